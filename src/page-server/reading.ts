import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import type { Route } from "../gateway/http-server.js";

type Read = (
  response: ServerResponse,
  path: string,
  headers: IncomingHttpHeaders,
) => void | Promise<void>;

/** A route that is only read. */
export function reading(read: Read): Route {
  return async (request, response, { method, path }) => {
    if (method === "GET" || method === "HEAD") {
      await read(response, path, request.headers);
      return;
    }
    request.resume();
    const headers = { allow: "GET, HEAD", "content-type": "text/plain" };
    response.writeHead(405, headers).end("Only GET, HEAD\n");
  };
}
