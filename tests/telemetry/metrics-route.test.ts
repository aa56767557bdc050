import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Arrival } from "../../src/gateway/arrival.js";
import { metricsRoute } from "../../src/gateway/metrics-route.js";
import { RequestAccount } from "../../src/telemetry/request-account.js";

const TOKEN = "a token of thirty-two characters";

/** The statuses of requests with these headers, to a server on this machine. */
async function statuses(
  token: string | undefined,
  asked: readonly Record<string, string>[],
): Promise<number[]> {
  const route = metricsRoute({ token, contentType: "text/plain", read: async () => "hub_ready 1" });
  const server = createServer((request, response) => {
    void route(request, response, {} as Arrival, new RequestAccount());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const responses = await Promise.all(asked.map((headers) => fetch(url, { headers })));
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return responses.map(({ status }) => status);
}

test("without a token -> this machine, unless a proxy says that it asks for another", async () => {
  const asked: Record<string, string>[] = [
    {},
    { "x-real-ip": "10.0.0.9" },
    { via: "1.1 proxy" },
    { authorization: "x" },
  ];
  expect(await statuses(undefined, asked)).toEqual([200, 404, 404, 200]);
});

test("with a token -> whoever sends it, and this machine only so", async () => {
  const asked: Record<string, string>[] = [
    {},
    { authorization: `Bearer ${TOKEN}` },
    { authorization: `Bearer ${TOKEN}`, "x-forwarded-for": "10.0.0.9" },
    { authorization: `Bearer ${TOKEN}.` },
    { authorization: `Basic ${TOKEN}` },
  ];
  expect(await statuses(TOKEN, asked)).toEqual([404, 200, 200, 404, 404]);
});
