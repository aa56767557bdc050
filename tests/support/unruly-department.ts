import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Answers one request in a department's place; `honest` is what the department itself says to it. */
export type Misbehaviour = (
  honest: () => Promise<string>,
  response: ServerResponse,
) => void | Promise<void>;

/** A department's endpoint that misbehaves when it is told to. */
export interface UnrulyDepartment {
  readonly url: string;
  /** Requests since the behaviour was last set. */
  readonly calls: number;
  behave(behaviour: Misbehaviour): void;
  close(): Promise<void>;
}

/** Stands before a department that is served at a URL, on a free port; honest until told otherwise. */
export async function standBefore(target: string): Promise<UnrulyDepartment> {
  let behaviour = HONEST;
  let calls = 0;
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      calls += 1;
      const { host: _host, connection: _connection, ...headers } = request.headers;
      const honest = async () => {
        const body = Buffer.concat(chunks);
        const answer = await fetch(target, { method: "POST", headers: headers as never, body });
        return answer.text();
      };
      await behaviour(honest, response);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    get calls() {
      return calls;
    },
    behave(next) {
      behaviour = next;
      calls = 0;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}

/** As the department answers. */
export const HONEST: Misbehaviour = async (honest, response) => {
  response.writeHead(200, JSON_HEADERS).end(await honest());
};

const JSON_HEADERS = { "content-type": "application/json" };

/** Says one text, whatever is asked. */
export const saying =
  (text: string, status = 200): Misbehaviour =>
  (_honest, response) =>
    void response.writeHead(status, JSON_HEADERS).end(text);

/** Says what the department says, changed. */
export const changing =
  (change: (answer: { data: Record<string, unknown> }) => void): Misbehaviour =>
  async (honest, response) => {
    const answer = JSON.parse(await honest());
    change(answer);
    response.writeHead(200, JSON_HEADERS).end(JSON.stringify(answer));
  };

/** Closes the connection without a word. */
export const DOWN: Misbehaviour = (_honest, response) => void response.destroy();

/** Takes the request and never says anything. */
export const SILENT: Misbehaviour = () => undefined;

/** Says a little, for ever. */
export const TRICKLING: Misbehaviour = (_honest, response) => {
  response.writeHead(200, JSON_HEADERS).write("{");
  const timer = setInterval(() => response.write(" "), 20);
  response.once("close", () => clearInterval(timer));
};

/** Says half of the answer, and closes the connection. */
export const HALF_WAY: Misbehaviour = async (honest, response) => {
  const text = Buffer.from(await honest());
  response.writeHead(200, { ...JSON_HEADERS, "content-length": text.length });
  response.write(text.subarray(0, text.length / 2), () => response.destroy());
};

/** Says more than anybody asks for, for ever. */
export const ENDLESS: Misbehaviour = async (_honest, response) => {
  const chunk = Buffer.alloc(1024 * 1024, " ");
  response.writeHead(200, JSON_HEADERS);
  const timer = setInterval(() => response.write(chunk), 5);
  response.once("close", () => clearInterval(timer));
};
