import { GraphQLError, print, type DocumentNode, type ExecutionResult } from "graphql";
import { request } from "undici";
import { deadlineIn, type Deadline } from "../department/live/deadline.js";
import type { Guard } from "../department/live/guard.js";
import { limitedText } from "../department/live/limited-text.js";
import { SourceFailure } from "../department/live/source-failure.js";
import { sourceLate, sourceUnreachable } from "../department/live/source-failures.js";
import type { Caller } from "../identity/caller.js";
import { errorCode } from "../telemetry/error-code.js";
import type { AskSubgraph, SubgraphRequest } from "./federated-executor.js";

/** Bytes of one answer at most: more than any operation within its limits is answered with. */
const MAXIMUM_ANSWER = 32 * 1024 * 1024;

/** How a subgraph elsewhere is asked. */
export interface Elsewhere {
  /** For logs. */
  readonly name: string;
  readonly url: string;
  /** Milliseconds that an answer may take, its body included. */
  readonly timeout: number;
  /** The headers that say there who asks. */
  readonly credentials: (caller: Caller) => Promise<Readonly<Record<string, string>>>;
  /** Bytes of an answer at most; 32 MiB unless given. */
  readonly maximumBytes?: number;
  /** Leaves the subgraph alone while it keeps failing; it is asked always where none is given. */
  readonly guard?: Guard;
  /** The operation as it is sent; unchanged where it is not given. */
  readonly prepare?: (document: DocumentNode) => DocumentNode;
  /** Throws SourceFailure for an answer that cannot be relied on; nothing is checked where it is not given. */
  readonly check?: (asked: SubgraphRequest, answer: ExecutionResult) => void;
}

/** An operation as it is sent. */
interface Prepared {
  readonly document: DocumentNode;
  readonly text: string;
}

/**
 * Asks a subgraph over HTTP, within its time and at its address: redirects are not followed. It rejects with a SourceFailure where the subgraph
 * fails; a subgraph that refuses this one request is an Error that its guard does not count.
 */
export function askOverHttp(elsewhere: Elsewhere): AskSubgraph {
  const { guard, timeout, prepare = (document: DocumentNode) => document } = elsewhere;
  // The planner gives the same document for the same operation.
  const prepared = new WeakMap<DocumentNode, Prepared>();
  const preparedOf = (document: DocumentNode): Prepared => {
    const asked = prepare(document);
    return { document: asked, text: print(asked) };
  };
  return (asked) => {
    const known = prepared.get(asked.document) ?? preparedOf(asked.document);
    prepared.set(asked.document, known);
    const deadline = deadlineIn(timeout);
    const asking = { ...asked, document: known.document };
    const look = () => post(elsewhere, known.text, asking, deadline);
    return guard ? guard.run(look, deadline) : look();
  };
}

async function post(
  elsewhere: Elsewhere,
  query: string,
  asked: SubgraphRequest,
  { signal }: Deadline,
): Promise<ExecutionResult> {
  const { name, url, timeout, credentials, maximumBytes = MAXIMUM_ANSWER, check } = elsewhere;
  const { variables, context } = asked;
  const headers = {
    "content-type": "application/json",
    accept: "application/json",
    ...(await credentials(context.caller)),
  };
  const body = JSON.stringify({ query, variables });
  let status: number;
  let text: string;
  try {
    const response = await request(url, { method: "POST", headers, body, signal });
    status = response.statusCode;
    text = await limitedText(response.body, { name, maximumBytes });
  } catch (error) {
    if (error instanceof SourceFailure) throw error;
    throw signal.aborted ? sourceLate(name, timeout) : sourceUnreachable(name, error);
  }
  const answer = parsed(name, status, text);
  check?.(asked, answer);
  return answer.errors ? { ...answer, errors: answer.errors.map(received) } : answer;
}

function parsed(name: string, status: number, text: string): ExecutionResult {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new SourceFailure("ANSWER_NOT_JSON", `${name} answered HTTP ${status} without JSON`);
  }
  if (!isObject(answer) || !areErrors(answer["errors"])) {
    throw new SourceFailure("ANSWER_MALFORMED", `${name} answered HTTP ${status} without GraphQL`);
  }
  if (!("data" in answer)) {
    const refusal = `${name} answered HTTP ${status} without data: ${codesIn(answer)}`;
    if (status >= 500) throw new SourceFailure("SOURCE_REFUSED", refusal);
    throw new Error(refusal);
  }
  return answer as ExecutionResult;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const areErrors = (errors: unknown) =>
  errors === undefined ||
  (Array.isArray(errors) &&
    errors.every((error) => isObject(error) && typeof error["message"] === "string"));

/** An error as JSON carried it, made an error again. */
function received({ message, path, extensions }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { path, extensions });
}

function codesIn({ errors }: Record<string, unknown>): string {
  const given = errors as { extensions?: { code?: string } }[] | undefined;
  return given?.map(({ extensions }) => errorCode(extensions)).join(", ") ?? "no errors";
}
