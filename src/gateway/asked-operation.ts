import type { Caller } from "../identity/caller.js";
import type { OperationDoor } from "../operations/operation-door.js";

/** A GraphQL request as HTTP brought it: of GET the query string counts, of POST the body. */
export interface AskedByHttp {
  readonly method: string;
  /** With its question mark; empty without one. */
  readonly search: string;
  readonly body: unknown;
}

/**
 * The request with the text that its hash stands for, where it has one only.
 * @throws what the door refuses it with. Requests that name no operation are left to be refused as
 *   such, unless their caller may run registered operations only.
 */
export async function throughDoor<Request extends AskedByHttp>(
  door: OperationDoor,
  caller: Caller,
  request: Request,
): Promise<Request> {
  const isGet = request.method === "GET";
  if (!isGet && request.method !== "POST") return request;
  const parameters = new URLSearchParams(request.search);
  const body = isGet ? bodyOf(parameters) : asRecord(request.body);
  const text = asText(body["query"]);
  const { persistedQuery } = asRecord(body["query"] == null ? body["extensions"] : null);
  const hash = asText(asRecord(persistedQuery)["sha256Hash"]);
  const admitted = await door.admit(caller, { text, hash });
  if (text !== undefined || admitted === undefined) return request;
  if (!isGet) return { ...request, body: { ...body, query: admitted } };
  parameters.set("query", admitted);
  return { ...request, search: `?${parameters}` };
}

/** The parameters as a body says them; one that is given more than once is no text. */
function bodyOf(parameters: URLSearchParams): Readonly<Record<string, unknown>> {
  const [query, ...more] = parameters.getAll("query");
  const [extensions] = parameters.getAll("extensions");
  return { query: more.length > 0 ? [query, ...more] : query, extensions: parsed(extensions) };
}

function parsed(json = "null"): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  return isRecord ? (value as Record<string, unknown>) : {};
}

const asText = (value: unknown) => (typeof value === "string" ? value : undefined);
