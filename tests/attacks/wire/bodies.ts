import { gzipSync } from "node:zlib";
import type { TestHub } from "../../support/hubs.js";
import { headersOf } from "../../support/requests.js";
import { CIVIL_AFFAIRS, HARMLESS, outcome, overSocket, send } from "./asking.js";

const QUERY = JSON.stringify({ query: HARMLESS });

/** Request bodies that are larger than they may be, or something else than they say. */
export function describeBodies(hub: () => TestHub): void {
  describe("a body that is too large", () => {
    test.each([
      ["a variable", () => JSON.stringify({ query: HARMLESS, variables: { x: "x".repeat(1e6) } })],
      ["an operation", () => JSON.stringify({ query: `${HARMLESS}${" ".repeat(1e6)}` })],
      ["many times over", () => JSON.stringify({ query: HARMLESS, padding: "x".repeat(2e7) })],
    ])("%s -> 413 with the limit named", async (_name, body) => {
      const answer = await send(hub(), body());
      expect(outcome(answer)).toEqual([413, "OPERATION_TOO_COSTLY"]);
      expect(answer.errors[0]?.extensions).toMatchObject({ limit: "bytes", maximum: 1_000_000 });
    });

    test("without saying how large, in pieces without end -> 413, and the hub answers others", async () => {
      const piece = new TextEncoder().encode(" ".repeat(100_000));
      let sent = 0;
      const endless = new ReadableStream<Uint8Array>({
        pull(controller) {
          sent += 1;
          if (sent > 200) controller.close();
          else controller.enqueue(piece);
        },
      });
      const answer = await send(hub(), endless, {}, { duplex: "half" } as RequestInit);
      expect(outcome(answer)).toEqual([413, "OPERATION_TOO_COSTLY"]);
      expect(outcome(await send(hub(), QUERY))).toEqual([200]);
    });

    test("one byte below -> answered", async () => {
      const body = JSON.stringify({ query: HARMLESS, extensions: { x: "" } });
      const whole = body.replace('""', `"${"x".repeat(1_000_000 - body.length)}"`);
      expect(outcome(await send(hub(), whole))).toEqual([200]);
    });

    test("a hundred thousand ids -> refused for its rows, without a statement", async () => {
      const query = "query($ids: [ID!]!) { households(ids: $ids) { members { name } } }";
      const ids = Array.from({ length: 100_000 }, (_, n) => `${n}`);
      const statements = await hub().statementsOf(async () => {
        const { errors } = await send(hub(), JSON.stringify({ query, variables: { ids } }));
        expect(errors[0]?.extensions).toMatchObject({ limit: "rows", found: 500_000 });
      });
      expect(statements).toEqual([]);
    });

    test("variables nested without end -> the request's fault, or ignored", async () => {
      const nest = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
      const query = "query($ids: [ID!]!) { households(ids: $ids) { id } }";
      const asked = `{"query":"${query}","variables":{"ids":${nest(400_000)}}}`;
      expect(outcome(await send(hub(), asked))).toEqual([400, "BAD_USER_INPUT"]);
      const unasked = `{"query":"${HARMLESS}","variables":{"x":${nest(400_000)}}}`;
      expect(outcome(await send(hub(), unasked))).toEqual([200]);
    });
  });

  describe("a gzip bomb", () => {
    const bomb = gzipSync(Buffer.alloc(100_000_000, " "));

    test.each(["gzip", "deflate", "br", "GZIP", "gzip, gzip", "identity, gzip"])(
      "as %s -> 415, not unpacked",
      async (encoding) => {
        const before = process.memoryUsage().rss;
        const answer = await send(hub(), bomb, { "content-encoding": encoding });
        expect(outcome(answer)).toEqual([415, "BAD_USER_INPUT"]);
        expect(answer.errors[0]?.extensions["argument"]).toBe("content-encoding");
        expect(process.memoryUsage().rss - before).toBeLessThan(80_000_000);
      },
    );

    test("without saying so -> no JSON", async () => {
      expect(outcome(await send(hub(), bomb))).toEqual([400, "BAD_USER_INPUT"]);
    });

    test("in an answer -> none is packed, whatever is accepted", async () => {
      const { headers } = await send(hub(), QUERY, { "accept-encoding": "gzip, br" });
      expect(headers.get("content-encoding")).toBeNull();
    });
  });

  describe("a charset that hides what is said", () => {
    test.each(["utf-7", "utf-16", "utf-16le", "UTF-32", "iso-8859-1", "x", '"utf-7"', "utf-8x"])(
      "%s -> 415",
      async (charset) => {
        const answer = await send(hub(), QUERY, {
          "content-type": `application/json; charset=${charset}`,
        });
        expect(outcome(answer)).toEqual([415, "BAD_USER_INPUT"]);
      },
    );

    test.each(["utf-8", "UTF-8", '"utf-8"'])("%s -> answered", async (charset) => {
      const type = `application/json; charset=${charset}`;
      expect(outcome(await send(hub(), QUERY, { "content-type": type }))).toEqual([200]);
    });

    test.each([
      ["an overlong letter", Buffer.from([0xc1, 0xa1])],
      ["half a character", Buffer.from([0xe4, 0xb8])],
      ["a surrogate", Buffer.from([0xed, 0xa0, 0x80])],
      ["no UTF-8 at all", Buffer.from([0xff])],
    ])("%s in the text -> 400, no replacement is read", async (_name, bytes) => {
      const body = Buffer.concat([
        Buffer.from('{"query":"#'),
        bytes,
        Buffer.from(` ${HARMLESS}"}`),
      ]);
      const answer = await send(hub(), body);
      expect(outcome(answer)).toEqual([400, "BAD_USER_INPUT"]);
    });

    test("the text as UTF-16 -> no JSON", async () => {
      expect((await send(hub(), Buffer.from(QUERY, "utf16le"))).status).toBe(400);
    });
  });

  test("two bodies in one request, by two lengths -> 400, neither runs", async () => {
    const { authorization = "" } = await headersOf(hub(), CIVIL_AFFAIRS);
    const head = (length: string) =>
      `POST /graphql HTTP/1.1\r\nHost: hub\r\nAuthorization: ${authorization}\r\n` +
      `Hub-Duty: 1.2\r\nHub-Case: T\r\nContent-Type: application/json\r\n${length}\r\n\r\n`;
    const chunked = `${QUERY.length.toString(16)}\r\n${QUERY}\r\n0\r\n\r\n`;
    for (const [lengths, body] of [
      ["Content-Length: 4\r\nTransfer-Encoding: chunked", chunked],
      [`Content-Length: ${QUERY.length}\r\nContent-Length: 4`, QUERY],
      ["Transfer-Encoding: chunked, identity", chunked],
    ] as const) {
      const answer = await overSocket(hub(), head(lengths), body);
      expect([lengths, answer.split("\r\n")[0]]).toEqual([lengths, "HTTP/1.1 400 Bad Request"]);
    }
  });
}
