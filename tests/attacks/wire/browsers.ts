import type { TestHub } from "../../support/hubs.js";
import { getAs, headersOf } from "../../support/requests.js";
import { CIVIL_AFFAIRS, HARMLESS, outcome, send } from "./asking.js";

const QUERY = JSON.stringify({ query: HARMLESS });
const ELSEWHERE = { origin: "https://elsewhere.example" };

/** What a page of another site can make a browser send to the hub, and what it could read of the answer. */
export function describeBrowsers(hub: () => TestHub): void {
  describe("another site's page", () => {
    test.each([
      ["text/plain", QUERY],
      ["application/x-www-form-urlencoded", `query=${encodeURIComponent(HARMLESS)}`],
      [
        "multipart/form-data; boundary=x",
        `--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n${HARMLESS}\r\n--x--`,
      ],
      ["application/json-seq", QUERY],
      ["application/jsonp", QUERY],
      ["text/plain; application/json", QUERY],
    ])("a request that needs no leave, %s, runs nothing even with a token", async (type, body) => {
      const answer = await send(hub(), body, { "content-type": type, ...ELSEWHERE });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.data).toBeUndefined();
    });

    test("without a token, with whatever a browser adds by itself -> 401", async () => {
      const answer = await fetch(`${hub().url}/graphql`, {
        method: "POST",
        body: QUERY,
        headers: { "content-type": "application/json", cookie: "token=x", ...ELSEWHERE },
      });
      expect(answer.status).toBe(401);
      expect(answer.headers.get("set-cookie")).toBeNull();
    });

    test.each(["OPTIONS", "POST", "GET"])(
      "%s -> no leave to read the answer, nor to send more",
      async (method) => {
        const { headers } = await send(
          hub(),
          method === "POST" ? QUERY : null,
          { ...ELSEWHERE, "access-control-request-method": "POST" },
          { method },
        );
        const leave = [...headers.keys()].filter((name) => name.startsWith("access-control-"));
        expect(leave).toEqual([]);
        expect(headers.get("cache-control")).toBe("no-store");
      },
    );

    test("a link or a picture that changes something -> 405, nothing is changed", async () => {
      const query = 'mutation { revokeConsent(id: "1", reason: "x") { id } }';
      const statements = await hub().statementsOf(async () => {
        const answer = await getAs(hub(), CIVIL_AFFAIRS, [["query", query]]);
        expect([answer.status, answer.data]).toEqual([405, undefined]);
      });
      expect(statements).toEqual([]);
    });

    test("a token in the address -> not looked at", async () => {
      const { authorization = "" } = await headersOf(hub(), CIVIL_AFFAIRS);
      const search = new URLSearchParams({ query: HARMLESS, access_token: authorization.slice(7) });
      const answer = await fetch(`${hub().url}/graphql?${search.toString()}`);
      expect(answer.status).toBe(401);
    });
  });

  test("methods that are none of GraphQL's -> 405", async () => {
    for (const method of ["PUT", "DELETE", "PATCH"]) {
      expect(outcome(await send(hub(), QUERY, {}, { method }))[0]).toBe(405);
    }
  });
}
