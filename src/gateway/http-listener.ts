import { readFile } from "node:fs/promises";
import {
  createServer as createHttpServer,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { TlsFiles } from "../config.js";
import { listeningUrl } from "./listening-url.js";

/** Milliseconds between looks for clients that take too long. */
const LOOKS_EVERY = 1000;

/** Milliseconds for which an idle connection is kept: longer than proxies keep theirs (60 s), or one is sent down it as it closes. */
const KEPT_IDLE = 75_000;

/** Where and how a server listens. */
export interface ListeningPlace {
  readonly host: string;
  readonly port: number;
  /** Undefined for plain HTTP. */
  readonly tls: TlsFiles | undefined;
  /** Milliseconds a client may take to send its request; whoever takes longer is answered 408. */
  readonly requestTimeout: number;
  /** Milliseconds that running requests have to end once it closes. */
  readonly shutdownTimeout: number;
}

/** A listening server that can be drained. */
export interface RunningServer {
  readonly url: string;
  /**
   * Takes no new connections, answers what was sent on those there are as the last request of each,
   * then closes; whatever still runs after the shutdown timeout is cut off.
   */
  close(): Promise<void>;
}

/**
 * Listens for requests, over TLS where there are files for it; a client certificate is asked for
 * where its authorities are known, and never required.
 * @param listener makes the listener once the server's address is known
 * @throws NodeJS.ErrnoException EADDRINUSE where the port is taken.
 */
export async function openListener(
  { host, port, tls, requestTimeout, shutdownTimeout }: ListeningPlace,
  listener: (url: string) => RequestListener,
): Promise<RunningServer> {
  const patience = {
    requestTimeout,
    headersTimeout: requestTimeout,
    connectionsCheckingInterval: LOOKS_EVERY,
    keepAliveTimeout: KEPT_IDLE,
  };
  const server = tls
    ? createHttpsServer({ ...patience, ...(await tlsOptions(tls)) })
    : createHttpServer(patience);
  const drain = drainOf(server, shutdownTimeout);
  const url = await new Promise<string>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const { address, port: taken } = server.address() as AddressInfo;
      const url = listeningUrl(address, taken, tls !== undefined);
      server.on("request", listener(url));
      resolve(url);
    });
  });
  return { url, close: drain };
}

async function tlsOptions({ certificate, key, clientAuthorities }: TlsFiles) {
  return {
    cert: await readFile(certificate),
    key: await readFile(key),
    ...(clientAuthorities === undefined
      ? {}
      : { ca: await readFile(clientAuthorities), requestCert: true, rejectUnauthorized: false }),
  };
}

/** How a server is drained: a client that keeps its connection busy is told to leave it. */
function drainOf(server: Server, timeout: number): () => Promise<void> {
  // By places that are used again: V8 keeps each table that a Set has outgrown, with all it held, as long
  // as an older one is not collected, and a Set of what comes and goes outgrows one every few requests.
  const underWay: (ServerResponse | null)[] = [];
  const free: number[] = [];
  let draining = false;
  const last = (response: ServerResponse | null) => {
    if (response && !response.headersSent) response.setHeader("connection", "close");
  };
  server.on("request", (_request, response: ServerResponse) => {
    const place = free.pop() ?? underWay.length;
    underWay[place] = response;
    response.once("close", () => {
      underWay[place] = null;
      free.push(place);
    });
    if (draining) last(response);
  });
  return async () => {
    draining = true;
    underWay.forEach(last);
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const timer = setTimeout(() => server.closeAllConnections(), timeout);
    await closed;
    clearTimeout(timer);
  };
}
