import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { HubError } from "../errors.js";
import { jsonAnswer, type HttpAnswer } from "../identity/clients/http-answer.js";
import { publishedKeySet, serverMetadata } from "../identity/clients/server-metadata.js";
import {
  issueAccessToken,
  tokensUnavailable,
  type TokenAnswer,
  type TokenEndpoint,
} from "../identity/clients/token-endpoint.js";
import type { RequestAccount } from "../telemetry/request-account.js";
import type { AccessRecorder, KnownCaller } from "./access-recorder.js";
import type { Arrival } from "./arrival.js";
import type { Route } from "./http-server.js";
import { readBody } from "./request-body.js";
import type { RequestRate } from "./request-rate.js";

/** Path of the token endpoint, from the hub's address on. */
export const TOKEN_PATH = "/oauth/token";

const KEY_SET_PATH = "/.well-known/jwks.json";

/** The largest body of a token request, in bytes. */
const MAXIMUM_FORM = 20_000;

/** What stands in place of an operation in the record of a token request. */
const OPERATION = "oauth/token";

/** What the hub issues tokens with. */
export interface TokenRoutesOptions extends Omit<TokenEndpoint, "address"> {
  readonly recorder: AccessRecorder;
  /** Counts the token requests of each address, whoever they are from. */
  readonly requests: RequestRate;
  /** Whether client certificates reach this hub, so that tokens can be bound to them. */
  readonly certificates: boolean;
  readonly onUnexpected: (error: unknown, audit: string) => void;
}

/** The hub as an authorization server: the token endpoint, its metadata and its key set. */
export function tokenRoutes(options: TokenRoutesOptions): Record<string, Route> {
  const { register, tokens, signingKey, certificates } = options;
  const metadata = ({ hub }: Arrival) => {
    const addresses = {
      issuer: tokens.issuer,
      tokenEndpoint: `${hub}${TOKEN_PATH}`,
      keySet: `${hub}${KEY_SET_PATH}`,
    };
    const duties = register.duties.map(({ id }) => id);
    return serverMetadata(addresses, duties, certificates);
  };
  return {
    [TOKEN_PATH]: only(["POST"], (request, arrival, account) =>
      answerToken(request, arrival, options, account),
    ),
    "/.well-known/oauth-authorization-server": only(["GET", "HEAD"], (_request, arrival) =>
      metadata(arrival),
    ),
    [KEY_SET_PATH]: only(["GET", "HEAD"], () => publishedKeySet([signingKey])),
  };
}

type Answering = (
  request: IncomingMessage,
  arrival: Arrival,
  account: RequestAccount,
) => HttpAnswer | Promise<HttpAnswer>;

/** A route that answers these methods, and 405 to any other. */
function only(methods: readonly string[], answer: Answering): Route {
  return async (request, response, arrival, account) => {
    if (!methods.includes(arrival.method)) {
      const allow = methods.join(", ");
      response.writeHead(405, { allow, "content-type": "text/plain" }).end(`Only ${allow}\n`);
      return;
    }
    send(response, await answer(request, arrival, account));
  };
}

function send(response: ServerResponse, { status, headers, body }: HttpAnswer): void {
  response.writeHead(status, headers).end(body);
}

/** Answers a token request, which is on record before the answer leaves. */
async function answerToken(
  request: IncomingMessage,
  arrival: Arrival,
  options: TokenRoutesOptions,
  account: RequestAccount,
): Promise<HttpAnswer> {
  const id = randomUUID();
  const arrived = performance.now();
  const refusal = await options.requests.count(arrival.address).catch(refused);
  if (refusal) {
    request.resume();
    return refusal;
  }
  let caller: KnownCaller = {};
  const answer = await granted(request, arrival, options, (known) => {
    caller = known;
    account.know(known);
  }).catch((error: unknown) => {
    options.onUnexpected(error, id);
    return failed();
  });
  const codes = answer.error === null ? [] : [answer.error];
  account.record({ audit: id, operation: OPERATION, codes });
  try {
    await options.recorder.record({
      id,
      caller,
      operation: OPERATION,
      coordinates: [],
      concerned: [],
      decision: answer.error === null ? "ALLOWED" : answer.status < 500 ? "REFUSED" : "FAILED",
      codes,
      arrived,
    });
    return answer;
  } catch (error) {
    return refused(error);
  }
}

async function granted(
  request: IncomingMessage,
  { headers, hub, certificate }: Arrival,
  options: TokenRoutesOptions,
  know: (caller: KnownCaller) => void,
): Promise<TokenAnswer> {
  let body: string;
  try {
    body = await readBody(request, MAXIMUM_FORM);
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    request.resume();
    return invalidRequest(error);
  }
  const endpoint = { ...options, address: `${hub}${TOKEN_PATH}` };
  return issueAccessToken(new URLSearchParams(body), { headers, certificate }, endpoint, know);
}

/** Is on no record: whoever asks too often would fill the log. */
function refused(error: unknown): HttpAnswer {
  if (error instanceof HubError) return tokensUnavailable(error);
  throw error;
}

function invalidRequest({ message, extensions }: HubError): TokenAnswer {
  const { status } = extensions["http"] as { readonly status: number };
  const content = { error: "invalid_request", error_description: message };
  const answer = jsonAnswer(status, { "cache-control": "no-store" }, content);
  return { ...answer, error: "invalid_request" };
}

function failed(): TokenAnswer {
  const content = { error: "server_error", error_description: "the hub failed to answer" };
  return { ...jsonAnswer(500, { "cache-control": "no-store" }, content), error: "INTERNAL" };
}
