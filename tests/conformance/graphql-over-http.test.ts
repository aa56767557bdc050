import { auditServer, type AuditResult } from "graphql-http";
import { buildClientSchema, getIntrospectionQuery, validateSchema } from "graphql";
import { TEST_SERVER } from "../support/databases.js";
import { startTestHub, type TestHub } from "../support/hubs.js";
import { headersOf } from "../support/requests.js";

/*
 * The audits of graphql-http, the reference implementation of GraphQL over HTTP, against the hub.
 * They know no tokens: every request gets a caller's.
 */
const CIVIL_AFFAIRS = { department: "县民政局", duty: "1.2" };

let hub: TestHub;
let results: AuditResult[];
beforeAll(async () => {
  hub = await startTestHub({
    server: TEST_SERVER,
    environment: { HUB_DEMONSTRATION_HOUSEHOLDS: "1" },
  });
  const caller = await headersOf(hub, CIVIL_AFFAIRS);
  results = await auditServer({
    url: `${hub.url}/graphql`,
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), ...caller } }),
  });
}, 120_000);
afterAll(() => hub?.close());

test("introspection -> a schema that graphql's own validator passes", async () => {
  const { data, errors } = await hub.ask(CIVIL_AFFAIRS, getIntrospectionQuery());
  expect(errors).toEqual([]);
  expect(validateSchema(buildClientSchema(data))).toEqual([]);
});

/** The audits of a level that are not passed, by id, and how many there are of it. */
function failures(level: "MUST" | "SHOULD" | "MAY"): { failed: string[]; audits: number } {
  const ofLevel = results.filter(({ name }) => name.startsWith(level));
  const failed = ofLevel.flatMap((result) =>
    result.status === "ok" ? [] : [`${result.id} ${result.name}`],
  );
  return { failed, audits: ofLevel.length };
}

test("what a server must do -> all of it", () => {
  expect(failures("MUST")).toEqual({ failed: [], audits: 13 });
});

test("what a server should do -> all of it", () => {
  expect(failures("SHOULD")).toEqual({ failed: [], audits: 23 });
});

test("what a server may do -> all of it", () => {
  expect(failures("MAY")).toEqual({ failed: [], audits: 25 });
});
