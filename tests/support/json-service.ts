import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One call that a service got. */
export interface Call {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly idNumbers: readonly string[];
}

/** Answers one call; a service answers as its behaviour of the moment says. */
export type Behaviour = (call: Call, response: ServerResponse) => void | Promise<void>;

/** A department's own HTTP service, on a real socket. */
export interface JsonService {
  readonly url: string;
  /** Every call since the behaviour was last set, in order. */
  readonly calls: readonly Call[];
  /** Calls that were under way at one time since then, at most. */
  readonly busiest: number;
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

/** Starts a service on a free port; it has no records until it is told otherwise. */
export async function startJsonService(): Promise<JsonService> {
  let behaviour: Behaviour = answering({});
  let calls: Call[] = [];
  let underWay = 0;
  let busiest = 0;
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    busiest = Math.max(busiest, (underWay += 1));
    response.once("finish", () => (underWay -= 1));
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { idNumbers } = JSON.parse(Buffer.concat(chunks).toString() || "{}");
    const { authorization } = request.headers;
    const call = { path: request.url ?? "", authorization, idNumbers };
    calls.push(call);
    await behaviour(call, response);
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    get calls() {
      return calls;
    },
    get busiest() {
      return busiest;
    },
    behave(next) {
      behaviour = next;
      calls = [];
      underWay = 0;
      busiest = 0;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers with the records that it has by ID number, and that there are none for the others. */
export function answering(records: Readonly<Record<string, readonly object[]>>): Behaviour {
  return (call, response) => {
    const { idNumbers } = call;
    const answers = idNumbers.map((idNumber) => ({ idNumber, records: records[idNumber] ?? [] }));
    return saying(answers)(call, response);
  };
}

/** Answers everybody with one JSON. */
export function saying(json: unknown): Behaviour {
  return (_call, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(json));
  };
}

/** Answers everybody with a status and nothing else. */
export function refusing(status: number, headers: Record<string, string> = {}): Behaviour {
  return (_call, response) => void response.writeHead(status, headers).end();
}
