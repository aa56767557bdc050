import { readFile } from "node:fs/promises";
import type { IncomingMessage, RequestListener } from "node:http";
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from "jose";

/** Answers the JSON text of a path's answer for the variables given. */
export type Endpoint = (variables: Variables) => Promise<string>;

/** What the endpoints take: each the variables of the hub's query. */
export interface Variables {
  readonly id: string;
  readonly ids: readonly string[];
  readonly idNumber: string;
}

const TOKENS = { issuer: "pujiang-data-hub", audience: "pujiang-data-hub", algorithms: ["ES256"] };

/** A server of fixed endpoints with a token check, and nothing else. */
export async function answering(
  endpoints: Readonly<Record<string, Endpoint>>,
): Promise<RequestListener> {
  const keySet = JSON.parse(await readFile(process.env["HUB_JWKS"] ?? "", "utf8"));
  const keys = createLocalJWKSet(keySet as JSONWebKeySet);
  const answer = async (request: IncomingMessage): Promise<[status: number, text: string]> => {
    const token = request.headers.authorization?.slice("Bearer ".length) ?? "";
    const known = await jwtVerify(token, keys, TOKENS).then(
      () => true,
      () => false,
    );
    if (!known) return [401, "{}"];
    const endpoint = endpoints[request.url ?? ""];
    if (!endpoint) return [404, "{}"];
    return [200, await endpoint(JSON.parse(await bodyOf(request)) as Variables)];
  };
  return (request, response) => {
    answer(request)
      .catch((error: unknown): [number, string] => [
        500,
        JSON.stringify({ errors: [String(error)] }),
      ])
      .then(([status, text]) => {
        response
          .writeHead(status, {
            "content-type": "application/json",
            "content-length": Buffer.byteLength(text),
          })
          .end(text);
      });
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
