import { HeaderMap, type ApolloServer } from "@apollo/server";
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Config } from "../config.js";
import type { OperationContext } from "../department/operation-context.js";
import { HubError, httpStatusOf } from "../errors.js";
import type { Caller } from "../identity/caller.js";
import { challenges } from "../identity/challenges.js";
import { Unauthenticated } from "../identity/unauthenticated.js";
import type { OperationDoor } from "../operations/operation-door.js";
import { OperationNotRegistered } from "../operations/operation-not-registered.js";
import type { RequestAccount } from "../telemetry/request-account.js";
import type { Telemetry } from "../telemetry/telemetry.js";
import type { Access, AccessRecorder, KnownCaller } from "./access-recorder.js";
import type { Admission } from "./admission.js";
import { arrivalOf, type Arrival } from "./arrival.js";
import { throughDoor } from "./asked-operation.js";
import { followRequest } from "./follow-request.js";
import { KnownRefusals, type KnownRefusal } from "./known-refusals.js";
import { openListener, type ListeningPlace, type RunningServer } from "./http-listener.js";
import { readBody } from "./request-body.js";
import { refusalBytes } from "./refusal-errors.js";
import type { RequestRate } from "./request-rate.js";

/** The largest request body, in bytes. */
const MAXIMUM_BODY = 1_000_000;

/** A page, probe or endpoint beside GraphQL. */
export type Route = (
  request: IncomingMessage,
  response: ServerResponse,
  arrival: Arrival,
  account: RequestAccount,
) => void | Promise<void>;

/** A page for a caller who is known, as GraphQL's are. */
export type CallerRoute = (
  caller: Caller,
  arrival: Arrival,
  response: ServerResponse,
  account: RequestAccount,
) => Promise<void>;

/** What an HTTP server answers with. */
export interface HttpServerOptions<Context extends OperationContext = OperationContext> {
  readonly apollo: ApolloServer<Context>;
  /** What a request of this caller is answered in, under the id of its audit record. */
  readonly contextFor: (caller: Caller, audit: string) => Context;
  /** Names the policy in force. */
  readonly policyHash: () => string;
  /** Makes the caller of a request, or throws the HubError that it is answered with. */
  readonly identify: (
    arrival: Arrival,
    /** Is told what is known of the caller, also where the request is refused in the end. */
    know: (known: KnownCaller) => void,
  ) => Promise<Caller>;
  /** Which operations are let through; all of them where it is not given. */
  readonly operations?: OperationDoor;
  readonly recorder: AccessRecorder;
  /** Turns away requests that are too many at once, before anything is asked for them. */
  readonly admission: Admission;
  /** Counts the requests of each client system. */
  readonly rate: RequestRate;
  /** By path; one that ends in a slash takes every path one step below, but `/` itself alone. `/graphql` is the endpoint itself. */
  readonly routes: Readonly<Record<string, Route>>;
  /** The same, for pages that take a token and a duty as GraphQL does. */
  readonly callerRoutes: Readonly<Record<string, CallerRoute>>;
  readonly onUnexpected: (error: unknown, audit: string) => void;
  readonly telemetry: Telemetry;
}

/**
 * Serves GraphQL over HTTP with as little as possible between the socket and Apollo Server.
 * @throws NodeJS.ErrnoException EADDRINUSE where the port is taken.
 */
export function listen<Context extends OperationContext>(
  options: HttpServerOptions<Context>,
  config: ListeningPlace & Pick<Config, "publicUrl" | "proxies">,
): Promise<RunningServer> {
  const { publicUrl, proxies } = config;
  const refusals = new KnownRefusals();
  return openListener(config, (url) => (request, response) => {
    void followRequest(options.telemetry, request, response, async (account) => {
      try {
        const arrival = arrivalOf(request, publicUrl ?? url, proxies);
        await handle(options, refusals, arrival, request, response, account);
      } catch (error) {
        fail(options, response, account, error);
      }
    });
  });
}

/** Answers what nothing on the way has answered. */
function fail(
  options: Pick<HttpServerOptions, "policyHash" | "onUnexpected">,
  response: ServerResponse,
  account: RequestAccount,
  error: unknown,
): void {
  const audit = randomUUID();
  const told = error instanceof HubError ? error : internal();
  account.record({ audit, operation: null, codes: [told.code] });
  if (told === error) {
    sendError(response, options, statusOf(told), told, audit);
    return;
  }
  options.onUnexpected(error, audit);
  if (!response.headersSent) sendError(response, options, 500, told, audit);
  else response.destroy();
}

async function handle<Context extends OperationContext>(
  options: HttpServerOptions<Context>,
  refusals: KnownRefusals,
  arrival: Arrival,
  request: IncomingMessage,
  response: ServerResponse,
  account: RequestAccount,
): Promise<void> {
  const { path } = arrival;
  const route = routeOf(options.routes, path);
  const page = route ? undefined : routeOf(options.callerRoutes, path);
  account.route = path === "/graphql" ? path : (route?.at ?? page?.at ?? null);
  if (path !== "/graphql" && !page) {
    if (route) await route.to(request, response, arrival, account);
    else response.writeHead(404, { "content-type": "text/plain" }).end("Not found\n");
    return;
  }
  const arrived = performance.now();
  const known: KnownCaller = {};
  let caller: Caller;
  let body = "";
  try {
    caller = await options.identify(arrival, (more) => {
      Object.assign(known, more);
      account.know(more);
    });
    account.know(caller);
    await options.rate.count(caller.client);
    if (!page) body = await readBody(request, MAXIMUM_BODY);
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    request.resume();
    if (error instanceof Unauthenticated) {
      const { authorization } = arrival.headers;
      response.setHeader("www-authenticate", challenges(authorization, error.fault));
    }
    await refuse(response, options, { caller: known, arrived }, error, account);
    return;
  }
  if (page) request.resume();
  options.admission.enter();
  try {
    if (page) await page.to(caller, arrival, response, account);
    else await answer(options, refusals, caller, arrival, response, body, account);
  } finally {
    options.admission.leave();
  }
}

/** Where a path leads, and the path that stands for it. */
function routeOf<Of>(
  routes: Readonly<Record<string, Of>>,
  path: string,
): { readonly at: string; readonly to: Of } | undefined {
  const above = path.slice(0, path.lastIndexOf("/") + 1);
  const known = above === "/" ? [path] : [path, above];
  const at = known.find((one) => Object.hasOwn(routes, one));
  return at === undefined ? undefined : { at, to: routes[at] as Of };
}

/** Refuses a request that did not come as far as an operation; that is on record before it is said. */
async function refuse(
  response: ServerResponse,
  options: Pick<HttpServerOptions, "recorder" | "policyHash">,
  access: Pick<Access, "caller" | "arrived"> & Partial<Pick<Access, "operation">>,
  error: HubError,
  account: RequestAccount,
): Promise<void> {
  const refusal = { operation: null, ...access, coordinates: [], codes: [error.code] };
  const id = await recordRefusal(response, options, refusal, account);
  if (id !== null) sendError(response, options, statusOf(error), error, id);
}

/** The id of a refusal's record; null where it cannot be put on record, which is answered then. */
async function recordRefusal(
  response: ServerResponse,
  { recorder, policyHash }: Pick<HttpServerOptions, "recorder" | "policyHash">,
  refusal: Omit<Access, "id" | "concerned" | "decision">,
  account: RequestAccount,
): Promise<string | null> {
  const id = randomUUID();
  const { operation, codes } = refusal;
  account.record({ audit: id, operation, codes });
  try {
    await recorder.record({ id, concerned: [], decision: "REFUSED", ...refusal });
    return id;
  } catch (failure) {
    if (!(failure instanceof HubError)) throw failure;
    account.record({ audit: id, operation, codes: [failure.code] });
    sendError(response, { policyHash }, 503, failure, id);
    return null;
  }
}

async function answer<Context extends OperationContext>(
  options: HttpServerOptions<Context>,
  refusals: KnownRefusals,
  caller: Caller,
  { headers: received, method, search }: Arrival,
  response: ServerResponse,
  text: string,
  account: RequestAccount,
): Promise<void> {
  const arrived = performance.now();
  const body = parseBody(received["content-type"], text);
  if (body === undefined) {
    const malformed = new HubError("BAD_USER_INPUT", "the request body is not JSON", {
      argument: "body",
    });
    fail(options, response, account, malformed);
    return;
  }
  let asked = { method, search, body };
  try {
    if (options.operations) asked = await throughDoor(options.operations, caller, asked);
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    const operation = error instanceof OperationNotRegistered ? error.operation : null;
    await refuse(response, options, { caller, arrived, operation }, error, account);
    return;
  }
  const again = { method, accept: received.accept, body: asked.body };
  const known = refusals.find(caller, again);
  if (known) {
    await refuseAgain(response, options, { caller, arrived }, known, account);
    return;
  }
  const context = options.contextFor(caller, randomUUID());
  const result = await options.apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { headers: headersOf(received), ...asked },
    context: async () => context,
  });
  account.record({ audit: context.audit, ...context.recorded });
  const { always, operation, codes } = context.recorded;
  if (always && result.status === 403) {
    const { coordinates, errors } = always;
    const headers = Object.fromEntries(result.headers);
    const refusal = { status: 403, headers, errors: refusalBytes(errors), coordinates };
    refusals.keep(caller, again, { ...refusal, operation, codes });
  }
  for (const [name, value] of result.headers) response.setHeader(name, value);
  response.statusCode = result.status ?? 200;
  if (result.body.kind === "complete") {
    response.end(lineOf(result.body.string));
    return;
  }
  for await (const chunk of result.body.asyncIterator) response.write(chunk);
  response.end();
}

/** A line of text as bytes: to count them, to put headers before the text, and to send it would each copy a long one. */
function lineOf(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const line = Buffer.allocUnsafe(length + 1);
  line.write(text);
  line[length] = 10;
  return line;
}

const BEFORE_ERRORS = Buffer.from('{"errors":');

/** Refuses what was refused before, for the same reasons; on record by itself, like the first time. */
async function refuseAgain(
  response: ServerResponse,
  options: Pick<HttpServerOptions, "recorder" | "policyHash">,
  access: { readonly caller: Caller; readonly arrived: number },
  { status, headers, errors, codes, operation, coordinates }: KnownRefusal,
  account: RequestAccount,
): Promise<void> {
  const refusal = { operation, coordinates, codes, ...access };
  const audit = await recordRefusal(response, options, refusal, account);
  if (audit === null) return;
  const hub = { duty: access.caller.duty, policy: options.policyHash(), audit };
  const rest = Buffer.from(`,"extensions":${JSON.stringify({ hub })}}\n`);
  response.writeHead(status, headers).end(Buffer.concat([BEFORE_ERRORS, errors, rest]));
}

/** Headers as Apollo Server takes them. */
function headersOf(received: Arrival["headers"]): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(received)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  return headers;
}

/** The body as Apollo Server takes it: JSON where it says so; undefined where it says so and is not. */
function parseBody(contentType: string | undefined, text: string): unknown {
  if (!/^application\/json\s*(;|$)/i.test(contentType ?? "")) return {};
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return undefined;
  }
}

function sendError(
  response: ServerResponse,
  { policyHash }: Pick<HttpServerOptions, "policyHash">,
  status: number,
  error: HubError,
  audit: string = randomUUID(),
): void {
  const { http: _http, ...extensions } = error.extensions;
  if (extensions["retryAfter"]) response.setHeader("retry-after", String(extensions["retryAfter"]));
  const answer = {
    errors: [{ message: error.message, extensions }],
    extensions: { hub: { policy: policyHash(), audit } },
  };
  response
    .writeHead(status, {
      "content-type": "application/json; charset=utf-8",
      "cache-control": "no-store",
    })
    .end(`${JSON.stringify(answer)}\n`);
}

function statusOf(error: HubError): number {
  return httpStatusOf(error) ?? 400;
}

const internal = () =>
  new HubError("INTERNAL", "the hub failed to answer; its log says why under the audit id");
