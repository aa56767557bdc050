import { Agent, get, type ServerResponse } from "node:http";
import { openListener } from "../../src/gateway/http-listener.js";

/** A server that leaves requests under way until a test answers them. */
async function openServer(shutdownTimeout: number) {
  const underWay: ServerResponse[] = [];
  let heard = () => {};
  const server = await openListener(
    { host: "127.0.0.1", port: 0, tls: undefined, requestTimeout: 30_000, shutdownTimeout },
    () => (_request, response) => {
      underWay.push(response);
      heard();
    },
  );
  /** Asks on a kept connection; what came of it, once the server has heard of it. */
  const ask = async (agent: Agent) => {
    const arrived = new Promise<void>((resolve) => (heard = resolve));
    const outcome = new Promise<unknown>((resolve) => {
      get(server.url, { agent }, (response) => {
        response.resume().once("end", () => resolve(response.headers.connection));
      }).once("error", ({ code }: NodeJS.ErrnoException) => resolve(code));
    });
    await arrived;
    return { outcome };
  };
  return { server, underWay, ask };
}

describe("a server that closes", () => {
  const agent = new Agent({ keepAlive: true });
  afterAll(() => agent.destroy());

  test("while requests run on kept connections -> they are answered, as the last ones there", async () => {
    const { server, underWay, ask } = await openServer(20_000);
    const [first, second] = [await ask(agent), await ask(agent)];
    const closed = server.close();
    underWay.forEach((response) => response.end("done"));
    expect(await Promise.all([first.outcome, second.outcome])).toEqual(["close", "close"]);
    await closed;
  });

  test("while a request does not end -> it is cut off once its time is over", async () => {
    const { server, ask } = await openServer(50);
    const { outcome } = await ask(agent);
    await server.close();
    expect(await outcome).toBe("ECONNRESET");
  });
});
