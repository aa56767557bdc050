import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { addressList, isListed } from "../address-list.js";
import type { Route } from "./http-server.js";

/** What metrics are shown with. */
export interface MetricsRouteOptions {
  /** What has to be sent as bearer token; undefined where only this machine may ask. */
  readonly token: string | undefined;
  readonly contentType: string;
  /** The metrics as text. */
  readonly read: () => Promise<string>;
}

const LOOPBACK = addressList(["127.0.0.0/8", "::1"]);

/** Headers by which a proxy says that it asks for somebody else. */
const PASSED_ON = ["forwarded", "x-forwarded-for", "x-real-ip", "via"];

/**
 * `/metrics`, for who has the token; without one, for this machine alone, and not through a proxy on
 * it. To anybody else there is no such page.
 */
export function metricsRoute({ token, contentType, read }: MetricsRouteOptions): Route {
  const mayRead = token === undefined ? isFromThisMachine : holding(token);
  return async (request, response) => {
    if (!mayRead(request)) {
      response.writeHead(404, { "content-type": "text/plain" }).end("Not found\n");
      return;
    }
    const text = await read();
    response.writeHead(200, { "content-type": contentType, "cache-control": "no-store" }).end(text);
  };
}

function isFromThisMachine({ socket, headers }: IncomingMessage): boolean {
  const isPassedOn = PASSED_ON.some((name) => headers[name] !== undefined);
  return !isPassedOn && isListed(LOOPBACK, socket.remoteAddress);
}

function holding(token: string): (request: IncomingMessage) => boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  const expected = digest(`Bearer ${token}`);
  return ({ headers }) => timingSafeEqual(digest(headers.authorization ?? ""), expected);
}
