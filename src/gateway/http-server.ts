import { HeaderMap, type ApolloServer } from "@apollo/server";
import { randomUUID } from "node:crypto";
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import type { Access, AccessRecorder, KnownCaller } from "./access-recorder.js";
import { RequestContext, type Resources } from "../department/context.js";
import { HubError } from "../errors.js";
import type { Caller } from "../identity/caller.js";

/** The largest request body, in bytes. */
const MAXIMUM_BODY = 1_000_000;

/** A page or probe beside the GraphQL endpoint. */
export type Route = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** What an HTTP server answers with. */
export interface HttpServerOptions {
  readonly apollo: ApolloServer<RequestContext>;
  /** Makes the caller from a request's headers, or throws the HubError that it is answered with. */
  readonly identify: (
    headers: IncomingMessage["headers"],
    /** Is told what is known of the caller, also where the request is refused in the end. */
    know: (known: KnownCaller) => void,
  ) => Promise<Caller>;
  readonly recorder: AccessRecorder;
  readonly resources: Resources;
  /** By path; `/graphql` is the endpoint itself. */
  readonly routes: Readonly<Record<string, Route>>;
  readonly onUnexpected: (error: unknown, audit: string) => void;
}

/** A listening server that can be drained. */
export interface RunningServer {
  readonly url: string;
  /** Takes no new requests, lets the running ones end, then closes. */
  close(): Promise<void>;
}

/**
 * Serves GraphQL over HTTP with as little as possible between the socket and Apollo Server.
 * @throws NodeJS.ErrnoException EADDRINUSE where the port is taken.
 */
export async function listen(
  options: HttpServerOptions,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<RunningServer> {
  const server = createHttpServer((request, response) => {
    handle(options, request, response).catch((error: unknown) => {
      options.onUnexpected(error, randomUUID());
      if (!response.headersSent) sendError(response, options, 500, internal());
      else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return { url: `http://${name}:${address.port}`, close: () => drain(server) };
}

async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await closed;
}

async function handle(
  options: HttpServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://hub");
  if (url.pathname !== "/graphql") {
    const route = Object.hasOwn(options.routes, url.pathname)
      ? options.routes[url.pathname]
      : undefined;
    if (route) await route(request, response);
    else response.writeHead(404, { "content-type": "text/plain" }).end("Not found\n");
    return;
  }
  const arrived = performance.now();
  let known: KnownCaller = {};
  let caller: Caller;
  try {
    caller = await options.identify(request.headers, (more) => (known = { ...known, ...more }));
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    request.resume();
    await refuse(response, options, { caller: known, arrived }, error);
    return;
  }
  const body = await readBody(request);
  if (body === null) {
    sendError(
      response,
      options,
      413,
      new HubError("OPERATION_TOO_COSTLY", `a request body holds at most ${MAXIMUM_BODY} bytes`, {
        limit: MAXIMUM_BODY,
      }),
    );
    return;
  }
  await answer(options, caller, request, response, url.search, body);
}

/** Refuses a request that did not come as far as an operation; that is on record before it is said. */
async function refuse(
  response: ServerResponse,
  options: HttpServerOptions,
  access: Pick<Access, "caller" | "arrived">,
  error: HubError,
): Promise<void> {
  const id = randomUUID();
  try {
    await options.recorder.record({
      ...access,
      id,
      operation: null,
      coordinates: [],
      concerned: [],
      decision: "REFUSED",
      codes: [error.code],
    });
    sendError(response, options, statusOf(error), error, id);
  } catch (failure) {
    if (!(failure instanceof HubError)) throw failure;
    sendError(response, options, 503, failure, id);
  }
}

async function answer(
  options: HttpServerOptions,
  caller: Caller,
  request: IncomingMessage,
  response: ServerResponse,
  search: string,
  text: string,
): Promise<void> {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const body = parseBody(headers.get("content-type"), text);
  if (body === undefined) {
    const malformed = new HubError("BAD_USER_INPUT", "the request body is not JSON", {
      argument: "body",
    });
    sendError(response, options, 400, malformed);
    return;
  }
  const result = await options.apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: (request.method ?? "").toUpperCase(), headers, search, body },
    context: async () => new RequestContext(caller, options.resources, randomUUID()),
  });
  for (const [name, value] of result.headers) response.setHeader(name, value);
  response.statusCode = result.status ?? 200;
  if (result.body.kind === "complete") {
    response.end(result.body.string);
    return;
  }
  for await (const chunk of result.body.asyncIterator) response.write(chunk);
  response.end();
}

/** The body as Apollo Server takes it: JSON where it says so; undefined where it says so and is not. */
function parseBody(contentType: string | undefined, text: string): unknown {
  if (!contentType?.toLowerCase().startsWith("application/json")) return {};
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return undefined;
  }
}

/** The body as text; null where it is larger than allowed. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > MAXIMUM_BODY) {
      request.resume();
      return null;
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function sendError(
  response: ServerResponse,
  { resources }: HttpServerOptions,
  status: number,
  error: HubError,
  audit: string = randomUUID(),
): void {
  const { http: _http, ...extensions } = error.extensions;
  const answer = {
    errors: [{ message: error.message, extensions }],
    extensions: { hub: { policy: resources.policy().hash, audit } },
  };
  response
    .writeHead(status, {
      "content-type": "application/json; charset=utf-8",
      "cache-control": "no-store",
    })
    .end(`${JSON.stringify(answer)}\n`);
}

function statusOf(error: HubError): number {
  const http = error.extensions["http"] as { status?: number } | undefined;
  return http?.status ?? 400;
}

const internal = () =>
  new HubError("INTERNAL", "the hub failed to answer; its log says why under the audit id");
