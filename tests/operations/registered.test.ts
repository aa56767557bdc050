import { OperationRegistry, type OperationOwner } from "../../src/operations/operation-registry.js";
import { operationHash } from "../../src/operations/operation-hash.js";
import { readManifest } from "../../src/operations/read-manifest.js";
import { registryOf } from "../identity/http/client-system.js";
import { newKeys } from "../identity/support.js";
import { PAGE_OPERATIONS } from "../../src/pages/operations.js";
import { eachHub, post, type Answer } from "../support/hubs.js";
import { getAs, headersOf } from "../support/requests.js";
import { within } from "../support/within.js";
import { manifestOf } from "./manifests.js";

/** Milliseconds within which a change counts everywhere. */
const LIMIT = 5000;

const OURS: OperationOwner = { department: "县残联", duty: "2.3" };
const OTHER_DUTY: OperationOwner = { department: "县残联", duty: "3.1" };
const OTHERS: OperationOwner = { department: "县民政局", duty: "1.2" };

const WHO = "query Who { viewer { department duty } }";
const DUTIES = "query Duties { duties { id } }";
const CLIENT = "query Client { viewer { client } }";
const NOBODYS = "query Nobodys { departments { name } }";
const VEHICLES = "query Vehicles($n: IdNumber!) { person(idNumber: $n) { vehicles { kind } } }";

const byHash = (text: string) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash: operationHash(text) } },
});

eachHub((hub) => {
  const operations = () => new OperationRegistry(hub().running.databases.main);
  const publish = (owner: OperationOwner, ...texts: string[]) =>
    operations().publish(owner, readManifest(manifestOf(...texts)));
  const as = (client: string, body: unknown, owner = OURS): Promise<Answer> =>
    headersOf(hub(), { ...owner, client }).then((headers) =>
      post(`${hub().url}/graphql`, headers, body),
    );
  const get = (client: string, ...parameters: [string, string][]) =>
    getAs(hub(), { ...OURS, client }, parameters);
  const outcome = ({ status, data, errors }: Answer) => [
    status,
    data ?? errors.map(({ extensions }) => extensions["code"]).join(),
  ];
  const REFUSED = [403, "OPERATION_NOT_REGISTERED"];
  const WHO_ANSWERED = [200, { viewer: { department: "县残联", duty: "2.3" } }];

  beforeAll(async () => {
    for (const kind of ["system", "developer"] as const) {
      const { open: key } = await newKeys();
      const rights = { department: "县残联", duties: ["2.3", "3.1"], jurisdiction: ["330726"] };
      await registryOf(hub().running).add({ id: kind, kind, key, ...rights });
    }
    await publish(OURS, WHO, VEHICLES);
    await publish(OTHER_DUTY, DUTIES);
    await publish(OTHERS, CLIENT, VEHICLES);
  });

  test("a system's registered operation -> answered, as text, by its hash and by GET", async () => {
    const { extensions } = byHash(WHO);
    const answers = [
      await as("system", { query: WHO }),
      await as("system", { query: WHO, ...byHash(WHO) }),
      await as("system", byHash(WHO)),
      await get("system", ["query", WHO]),
      await get("system", ["extensions", JSON.stringify(extensions)]),
    ];
    for (const answer of answers) expect(outcome(answer)).toEqual(WHO_ANSWERED);
  });

  test("an operation of the hub's own pages -> for people, not for systems", async () => {
    for (const query of PAGE_OPERATIONS) {
      expect(outcome(await as("system", { query }))).toEqual(REFUSED);
    }
  });

  test("another duty's, another department's and nobody's -> refused alike", async () => {
    const refusals = [];
    for (const text of [DUTIES, CLIENT, NOBODYS]) {
      for (const body of [{ query: text }, byHash(text)]) {
        const answer = await as("system", body);
        expect(outcome(answer)).toEqual(REFUSED);
        expect(answer.errors[0]?.extensions["operation"]).toBe(operationHash(text));
        const { audit: _audit, ...hubSays } = answer.extensions["hub"] as { audit: string };
        refusals.push([answer.errors[0]?.message, hubSays]);
      }
    }
    expect(new Set(refusals.map((said) => JSON.stringify(said))).size).toBe(1);
    expect(outcome(await as("system", byHash(DUTIES), OTHER_DUTY))[0]).toBe(200);
  });

  test("refused -> on record with the hash of what was asked", async () => {
    const { extensions } = await as("system", { query: `${WHO} ` });
    const { audit } = extensions["hub"] as { audit: string };
    const [record] = await hub().running.databases.main.query(
      "select client, decision, codes, operation from audit.record where id = $1",
      [audit],
    );
    expect(record).toEqual({
      client: "system",
      decision: "REFUSED",
      codes: ["OPERATION_NOT_REGISTERED"],
      operation: operationHash(`${WHO} `),
    });
  });

  test.each<[string, () => Promise<Answer>]>([
    ["a batch", () => as("system", [{ query: WHO }])],
    ["nothing", () => as("system", {})],
    ["a text that is none, with a hash", () => as("system", { query: 1, ...byHash(WHO) })],
    ["an empty text, with a hash", () => as("system", { query: "", ...byHash(WHO) })],
    ["two texts", () => get("system", ["query", WHO], ["query", NOBODYS])],
    ["two texts, with a hash", () => get("system", ["query", WHO], ["query", NOBODYS], ofWho())],
    ["a text beside a registered hash", () => as("system", { query: NOBODYS, ...byHash(WHO) })],
  ])("a system sends %s -> refused", async (_what, ask) => {
    expect(outcome(await ask())).toEqual(REFUSED);
  });
  const ofWho = (): [string, string] => ["extensions", JSON.stringify(byHash(WHO).extensions)];

  test("a registered text beside another hash -> refused as malformed", async () => {
    expect((await as("system", { query: WHO, ...byHash(NOBODYS) })).status).toBe(400);
  });

  test("a developer and a client that is not registered -> explore, and register nothing", async () => {
    for (const client of ["developer", "nobody"]) {
      expect((await as(client, { query: NOBODYS, ...byHash(NOBODYS) })).status).toBe(200);
      expect(outcome(await as(client, byHash(WHO)))).toEqual(WHO_ANSWERED);
      const [, code] = outcome(await as(client, byHash(NOBODYS)));
      expect(code).toBe("PERSISTED_QUERY_NOT_FOUND");
    }
    expect(outcome(await as("system", byHash(NOBODYS)))).toEqual(REFUSED);
  });

  test("registered, but not allowed by the policy in force -> refused as always", async () => {
    const body = { ...byHash(VEHICLES), variables: { n: "11010519491231002X" } };
    const { status, errors } = await as("system", body);
    expect([status, errors[0]?.extensions["coordinate"]]).toEqual([403, "Person.vehicles"]);
  });

  test("published -> let through in time; withdrawn -> refused in time", async () => {
    const text = "query Late { viewer { jurisdiction } }";
    expect(outcome(await as("system", byHash(text)))).toEqual(REFUSED);
    const registered = async () => (await as("system", byHash(text))).status;
    await publish(OURS, text);
    await within(LIMIT, async () => expect(await registered()).toBe(200));
    expect(await operations().withdraw(OURS, [operationHash(text)])).toHaveLength(1);
    await within(LIMIT, async () => expect(await registered()).toBe(403));
  });

  test("many requests -> one statement for all of them", async () => {
    const statements: string[] = [];
    const stop = hub().running.databases.main.onStatement((sql) => {
      if (sql.includes('"operations".')) statements.push(sql);
    });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => as("system", { query: WHO })),
    );
    stop();
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(statements.length).toBeLessThanOrEqual(1);
  });
});
