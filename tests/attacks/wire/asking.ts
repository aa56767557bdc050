import { connect } from "node:net";
import { headersOf } from "../../support/requests.js";
import type { Answer, TestHub } from "../../support/hubs.js";

export const CIVIL_AFFAIRS = { department: "县民政局", duty: "1.2" };
export const DISABLED_FEDERATION = { department: "县残联", duty: "2.3" };

/** An operation that anybody may run. */
export const HARMLESS = "{ viewer { duty } }";

/** Sends bytes to `/graphql` as this caller, with other headers beside or in place of the usual ones. */
export async function send(
  hub: TestHub,
  body: BodyInit | null,
  headers: Readonly<Record<string, string>> = {},
  init: RequestInit = {},
): Promise<Answer & { readonly headers: Headers }> {
  const response = await fetch(`${hub.url}/graphql`, {
    method: "POST",
    ...init,
    headers: {
      ...(await headersOf(hub, CIVIL_AFFAIRS)),
      "content-type": "application/json",
      ...headers,
    },
    body,
  });
  const text = await response.text();
  const content = text.startsWith("{") ? (JSON.parse(text) as object) : {};
  const { status, headers: received } = response;
  return {
    errors: [],
    data: undefined,
    extensions: {},
    ...content,
    status,
    text,
    headers: received,
  };
}

/** Writes text to the hub's port and answers all that comes back until the hub ends the connection. */
export function overSocket(hub: TestHub, ...parts: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(hub.url);
  return new Promise((resolve, reject) => {
    let received = "";
    const socket = connect(Number(port), hostname, () => {
      for (const part of parts) socket.write(part);
    });
    socket.setEncoding("utf8");
    socket.on("data", (text: string) => (received += text));
    socket.on("close", () => resolve(received));
    socket.on("error", reject);
  });
}

/** Codes of an answer's errors, after its status. */
export const outcome = ({ status, errors }: Answer) => [
  status,
  ...errors.map(({ extensions }) => extensions["code"]),
];
