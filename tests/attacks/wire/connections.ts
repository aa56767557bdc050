import { connect } from "node:net";
import type { TestHub } from "../../support/hubs.js";
import { headersOf } from "../../support/requests.js";
import { within } from "../../support/within.js";
import { CIVIL_AFFAIRS, HARMLESS, outcome, overSocket, send } from "./asking.js";

/** Clients that hold connections without ever sending a whole request; the hub waits half a second. */
export function describeConnections(hub: () => TestHub): void {
  describe("a client that is slow to send", () => {
    const STATUS = "HTTP/1.1 408 Request Timeout";

    test.each([
      ["its headers", async () => "POST /graphql HTTP/1.1\r\nHost: hub\r\nX-Slow: "],
      [
        "its body",
        async () => {
          const headers = Object.entries(await headersOf(hub(), CIVIL_AFFAIRS));
          const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
          return `POST /graphql HTTP/1.1\r\nHost: hub\r\n${lines}Content-Length: 100\r\n\r\n{"query":`;
        },
      ],
      ["anything at all", async () => ""],
    ])("%s -> 408 and the connection ends, also of fifty at once", async (_name, start) => {
      const text = await start();
      const slow = Array.from({ length: 50 }, () => overSocket(hub(), text));
      expect(outcome(await send(hub(), JSON.stringify({ query: HARMLESS })))).toEqual([200]);
      for (const received of await Promise.all(slow)) {
        expect(received.split("\r\n")[0]).toBe(STATUS);
      }
    });
  });

  test("a client that does not read its answers -> is cut off", async () => {
    const { hostname, port } = new URL(hub().url);
    const socket = connect(Number(port), hostname).pause();
    socket.on("error", () => {});
    const request = "GET /register.json HTTP/1.1\r\nHost: hub\r\n\r\n";
    socket.write(request.repeat(2000));
    await within(10_000, async () => {
      socket.write(request);
      expect(socket.destroyed).toBe(true);
    });
  });

  test("an idle connection -> is kept for longer than proxies keep theirs", async () => {
    const { headers } = await send(hub(), JSON.stringify({ query: HARMLESS }));
    expect(headers.get("keep-alive")).toBe("timeout=75");
  });

  test("headers without end -> 431", async () => {
    const flood = "X-Flood: x\r\n".repeat(5000);
    const received = await overSocket(hub(), `GET /graphql HTTP/1.1\r\nHost: hub\r\n${flood}\r\n`);
    expect(received.split("\r\n")[0]).toBe("HTTP/1.1 431 Request Header Fields Too Large");
  });
}
