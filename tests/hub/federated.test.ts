import fc from "fast-check";
import { buildSchema } from "graphql";
import { departmentSlugs } from "../../src/index.js";
import { visibleSchema } from "../../src/policy/visible-schema.js";
import { consentInput } from "../support/consents.js";
import { TEST_SERVER } from "../support/databases.js";
import { operations, rootFields } from "../support/generated-operations.js";
import { startTestHub, type Answer, type TestHub } from "../support/hubs.js";
import { headersOf } from "../support/requests.js";
import { HOUSEHOLD_QUERY, HOUSEHOLDS_QUERY, IDS_QUERY } from "../support/queries.js";
import { remoteIssues } from "./remote-issues.js";
import { sentDuring } from "../support/sent-requests.js";
import { startSubgraphProcess, type SubgraphProcess } from "../support/subgraph-processes.js";

/** How often a query is asked until it runs compiled. */
const RUNS_UNTIL_COMPILED = 3;

const CIVIL_AFFAIRS = { department: "县民政局", duty: "1.2" };

/** Five departments as processes of their own, a federated hub before them, a co-located hub beside. */
const SERVERS: [name: string, server: string | undefined][] = [["pglite", undefined]];
if (TEST_SERVER !== undefined) SERVERS.push(["postgres", TEST_SERVER]);

describe.each(SERVERS)("five departments in processes of their own, on %s", (_name, server) => {
  let colocated: TestHub;
  let federated: TestHub;
  let processes: SubgraphProcess[] = [];
  let ids: string[];
  let idNumbers: string[];

  beforeAll(async () => {
    const patient = { HUB_SOURCE_TIMEOUT_MS: "20000" };
    colocated = await startTestHub({ server, environment: patient });
    const started = await Promise.allSettled(
      departmentSlugs.map((slug) => startSubgraphProcess(slug, colocated)),
    );
    processes = started.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    for (const result of started) if (result.status === "rejected") throw result.reason;
    const { DATABASE_URL } = colocated.environment;
    federated = await startTestHub({
      environment: {
        ...patient,
        ...urlsOf(processes),
        ...(DATABASE_URL === undefined ? {} : { DATABASE_URL }),
      },
    });
    const { data } = await colocated.ask(CIVIL_AFFAIRS, IDS_QUERY, { first: 120 });
    const nodes = data.searchHouseholds.edges.map((edge: { node: object }) => edge.node);
    ids = nodes.map((node: { id: string }) => node.id);
    idNumbers = nodes.flatMap((node: { members: ({ idNumber: string } | null)[] }) =>
      node.members.flatMap((member) => member?.idNumber ?? []),
    );
  }, 240_000);

  afterAll(async () => {
    await federated?.close();
    await Promise.all(processes.map((subgraph) => subgraph.stop()));
    await colocated?.close();
  });

  /** The federated answer, and the co-located one of every run: a query that comes again is compiled. */
  const answersOf = async (
    query: string,
    variables?: Record<string, unknown>,
    asking = CIVIL_AFFAIRS,
  ) => {
    const answers = [await federated.ask(asking, query, variables)];
    for (let run = 1; run <= RUNS_UNTIL_COMPILED; run += 1) {
      answers.push(await colocated.ask(asking, query, variables));
    }
    return answers;
  };

  test("a household is the same, byte for byte", async () => {
    for (const id of ids.slice(0, 6)) expectSame(await answersOf(HOUSEHOLD_QUERY, { id }));
  });

  test("100 households at once are the same, byte for byte", async () => {
    expectSame(await answersOf(HOUSEHOLDS_QUERY, { ids: ids.slice(0, 100) }));
  });

  test("generated operations of three departments are the same, byte for byte", async () => {
    const { policy, composition } = colocated.plan;
    for (const asking of [
      CIVIL_AFFAIRS,
      { department: "县残联", duty: "2.3" },
      { department: "县农业农村局", duty: "2.1" },
    ]) {
      const date = new Date().toISOString().slice(0, 10);
      const schema = visibleSchema(buildSchema(composition.apiSdl), policy, { ...asking, date });
      await fc.assert(
        fc.asyncProperty(operations(schema, rootFields(ids, idNumbers)), async (query) => {
          expectSame(await answersOf(query, undefined, asking));
        }),
        { numRuns: 15 },
      );
    }
  }, 180_000);

  test("the number of requests to departments does not grow with the number of households", async () => {
    const count = async (wanted: string[]) => {
      const calls = await countRequests(processes, () =>
        federated.ask(CIVIL_AFFAIRS, HOUSEHOLDS_QUERY, { ids: wanted }),
      );
      return calls;
    };
    const many = await count(ids.slice(0, 100));
    expect(many).toBe(await count(ids.slice(0, 50)));
    expect(many).toBeLessThanOrEqual(6);
  });

  test("a forged or borrowed reference finds nobody", async () => {
    const agriculture = processes.find(({ slug }) => slug === "agriculture");
    const civilAffairs = processes.find(({ slug }) => slug === "civil-affairs");
    const headers = async (department: string, duty: string) => ({
      "content-type": "application/json",
      ...(await headersOf(colocated, { department, duty })),
    });
    const ask = async (url: string, from: Record<string, string>, body: unknown) =>
      (await fetch(url, { method: "POST", headers: from, body: JSON.stringify(body) })).json();
    const mine = await headers("县民政局", "1.2");
    const { data } = await ask(civilAffairs?.url ?? "", mine, {
      query: "query($n: IdNumber!) { person(idNumber: $n) { ref } }",
      variables: { n: idNumbers[0] },
    });
    const look = (from: Record<string, string>, ref: unknown) =>
      ask(agriculture?.url ?? "", from, {
        query:
          "query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { __typename agriculture { contractedArea } } } }",
        variables: { r: [{ __typename: "Person", ref }] },
      });
    expect((await look(mine, data.person.ref)).data._entities[0].__typename).toBe("Person");
    const [keyId, token] = data.person.ref.split(".");
    const flipped = token[20] === "A" ? "B" : "A";
    const forged = `${keyId}.${token.slice(0, 20)}${flipped}${token.slice(21)}`;
    for (const ref of [forged, idNumbers[0], null]) {
      expect((await look(mine, ref)).data._entities).toEqual([null]);
    }
    const borrowed = await look(await headers("县农业农村局", "2.1"), data.person.ref);
    expect(borrowed.data._entities).toEqual([null]);
  });

  test("a department asked directly refuses what the hub would refuse", async () => {
    const bigData = processes.find(({ slug }) => slug === "big-data");
    const response = await fetch(bigData?.url ?? "", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(await headersOf(colocated, { department: "县残联", duty: "2.3" })),
      },
      body: JSON.stringify({
        query:
          "query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { vehicles { plateNumber } } } }",
        variables: { r: [] },
      }),
    });
    expect(response.status).toBe(403);
    expect(JSON.stringify(await response.json())).toContain("FIELD_NOT_AUTHORIZED");
  });

  const onServer = server === undefined ? test.skip : test;

  onServer(
    "a consent is recorded and revoked on one path, and the other one stops as well",
    async () => {
      const idNumber = idNumbers.at(-1) as string;
      const input = consentInput(idNumber);
      const record = `mutation ($input: ConsentInput!) { recordConsent(input: $input) { id } }`;
      const revoke = `mutation ($id: ID!) { revokeConsent(id: $id, reason: "test") { inForce } }`;
      const query = `{ person(idNumber: "${idNumber}") { financialAssets { deposits } } }`;
      const hubs = [federated, colocated];
      for (const hub of hubs) {
        const { data } = await hub.ask(CIVIL_AFFAIRS, record, { input });
        const before = await hub.ask(CIVIL_AFFAIRS, query);
        expect(before.errors).toEqual([]);
        await hub.ask(CIVIL_AFFAIRS, revoke, { id: data.recordConsent.id });
        const after = await hub.ask(CIVIL_AFFAIRS, query);
        expect(after.errors.map(({ extensions }) => extensions["code"])).toEqual([
          "CONSENT_REQUIRED",
        ]);
      }
    },
  );

  remoteIssues(() => ({
    federated,
    idNumber: idNumbers[0] ?? "",
    desk: processes.find(({ slug }) => slug === "big-data")?.url ?? "",
  }));

  test("a department that is gone is an error at its fields; the other departments answer", async () => {
    const agriculture = processes.find(({ slug }) => slug === "agriculture");
    await agriculture?.stop();
    const { data, errors, status } = await federated.ask(CIVIL_AFFAIRS, HOUSEHOLD_QUERY, {
      id: ids[0],
    });
    expect(status).toBe(200);
    expect(data.household.members[0].name).toEqual(expect.any(String));
    expect(data.household.members.map((member: object) => "agriculture" in member)).not.toContain(
      false,
    );
    expect(errors).toHaveLength(data.household.members.length);
    expect(errors[0]).toMatchObject({
      path: ["household", "members", 0, "agriculture"],
      extensions: {
        code: "SOURCE_UNAVAILABLE",
        department: "县农业农村局",
        retryAfter: expect.any(Number),
      },
    });
    const issues = await federated.ask(
      CIVIL_AFFAIRS,
      `{ dataIssues { unanswered } dataIssueStatistics { department available open }
         sources { kind available records } }`,
    );
    expect(issues.errors).toEqual([]);
    expect(issues.data.dataIssues.unanswered).toEqual(["县农业农村局"]);
    expect(issues.data.dataIssueStatistics).toContainEqual({
      department: "县农业农村局",
      available: false,
      open: null,
    });
    expect(issues.data.sources).toContainEqual({
      kind: "agriculture",
      available: false,
      records: null,
    });
  });
});

function urlsOf(processes: readonly SubgraphProcess[]): Record<string, string> {
  return Object.fromEntries(
    processes.map(({ slug, url }) => [`${slug.replaceAll("-", "_").toUpperCase()}_URL`, url]),
  );
}

function expectSame([first, ...others]: readonly Answer[]): void {
  expect(others).toHaveLength(RUNS_UNTIL_COMPILED);
  for (const other of others) expectAlike(first, other);
}

function expectAlike(one: Answer | undefined, other: Answer): void {
  const [left = "", right = ""] = [one, other].map((answer) => JSON.stringify(answer?.data));
  if (left !== right) {
    const place = [...left].findIndex((character, index) => character !== right[index]);
    expect(right.slice(Math.max(0, place - 200), place + 200)).toBe(
      left.slice(Math.max(0, place - 200), place + 200),
    );
  }
  expect(codesOf(other)).toEqual(codesOf(one));
}

const codesOf = (answer: Answer | undefined) =>
  answer?.errors
    .map(({ path, extensions }) => `${path?.join(".")} ${String(extensions["code"])}`)
    .sort();

/** Requests that the hub sends to departments while it works. */
async function countRequests(
  processes: readonly SubgraphProcess[],
  work: () => Promise<unknown>,
): Promise<number> {
  const sent = await sentDuring(work);
  return sent.filter((request) => processes.some(({ url }) => request.url === url)).length;
}
