import { generateCounty } from "../../src/county/generate-county.js";
import { readConfig } from "../../src/config.js";
import { hubTables, issueTables } from "../../src/hub/all-tables.js";
import { developmentKeys } from "../../src/identity/development-keys.js";
import { departmentSlugs } from "../../src/index.js";
import { rotateFormerRecords } from "../../src/intake/history/rotate-former-records.js";
import { rotateKeys } from "../../src/sealing/rotate-keys.js";
import { Sealing } from "../../src/sealing/sealing.js";
import { openDatabases } from "../../src/database/sources.js";
import { eachGround, type Ground } from "../support/grounds.js";
import { HOUSEHOLDS, type TestHub } from "../support/hubs.js";
import { HOUSEHOLD_QUERY, IDS_QUERY } from "../support/queries.js";

const CIVIL_AFFAIRS = { department: "县民政局", duty: "1.2" };
const BIG_DATA = { department: "县大数据局", duty: "1.2" };
const DISABLED_FEDERATION = { department: "县残联", duty: "2.3" };
const NEW_SECRET = "a-new-secret-of-thirty-two-characters";
const HISTORY = "query($n: IdNumber!) { accessRecords(idNumber: $n) { id } }";

eachGround((ground) => {
  /** Runs one hub from start to close. */
  const withHub = async <T>(
    environment: Record<string, string>,
    work: (hub: TestHub) => Promise<T>,
  ): Promise<T> => {
    const hub = await ground().start({ environment });
    try {
      return await work(hub);
    } finally {
      await hub.close();
    }
  };

  test("no ID number, certificate number or bank account stands anywhere in the database", () =>
    withHub({}, async ({ running }) => {
      const { main } = running.databases;
      const tables = await main.query<{ name: string }>(
        `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name
           from information_schema.tables
          where table_schema not in ('pg_catalog', 'information_schema')`,
      );
      let text = "";
      for (const { name } of tables) {
        const rows = await main.query<{ row: string }>(`select t::text as row from ${name} t`);
        text += rows.map(({ row }) => row).join("\n");
      }
      expect(text.length).toBeGreaterThan(100_000);
      for (const { persons } of generateCounty({ households: HOUSEHOLDS, seed: 330726 })) {
        for (const { idNumber, disability } of persons) {
          expect(text.includes(idNumber)).toBe(false);
          if (disability) expect(text.includes(disability.bankAccount)).toBe(false);
        }
      }
    }));

  test("secrets and cipher rotated -> the same answers, with keys that nobody knew before", async () => {
    const { dataSecret } = await developmentKeys(ground().environment["HUB_DATA"] ?? "");
    await withHub({}, reportIssue);
    const before = await withHub({}, answers);
    expect(before.answers.at(-1)).toMatchObject({
      dataIssues: { edges: [{ node: { shouldBe: "浦南街道" } }] },
    });
    const rotated = { HUB_DATA_SECRETS: `${NEW_SECRET},${dataSecret}`, HUB_DATA_CIPHER: "sm4" };
    const meanwhile = await withHub(rotated, answers);
    expect(meanwhile.answers).toEqual(before.answers);

    const done = await rotate(ground(), [NEW_SECRET, dataSecret]);
    expect(done.persons).toBeGreaterThan(HOUSEHOLDS);
    expect(done.texts).toBeGreaterThan(3 * HOUSEHOLDS);
    expect(await rotate(ground(), [NEW_SECRET, dataSecret])).toEqual({ persons: 0, texts: 0 });

    const after = await withHub(rotated, answers);
    expect(after.answers).toEqual(before.answers);
    expect(after.keys.filter((key) => before.keys.includes(key))).toEqual([]);
    expect(after.history).toBeGreaterThan(before.history);
    const alone = await withHub({ ...rotated, HUB_DATA_SECRETS: NEW_SECRET }, answers);
    expect(alone.answers).toEqual(before.answers);
  }, 120_000);

  test("a database whose secret is not given -> no start, and the line says so", async () => {
    const start = ground().start({ environment: { HUB_DATA_SECRETS: "x".repeat(32) } });
    await expect(start).rejects.toMatchObject({ code: "PERSON_KEYS_UNKNOWN" });
  });
});

/** What two departments are answered, the keys behind it, and how long one person's history is. */
async function answers({ ask, running }: TestHub) {
  const found = await ask(CIVIL_AFFAIRS, IDS_QUERY, { first: 12 });
  const nodes = found.data.searchHouseholds.edges.map(
    ({ node }: { node: { id: string; members: { idNumber: string }[] } }) => node,
  );
  const [{ members }] = nodes;
  const households = [];
  for (const { id } of nodes) {
    const { data, errors } = await ask(CIVIL_AFFAIRS, HOUSEHOLD_QUERY, { id });
    households.push(data, errors);
  }
  const own = await ask(DISABLED_FEDERATION, OWN_QUERY);
  const issues = await ask(BIG_DATA, ISSUES);
  const history = await ask(CIVIL_AFFAIRS, HISTORY, { n: members[0].idNumber });
  const keys = await running.databases.main.query<{ person: string }>(
    "select person from consent.consent union select person from big_data.vehicle",
  );
  return {
    answers: [found.data, households, own.data, issues.data],
    keys: keys.map(({ person }) => person),
    history: history.data.accessRecords.length as number,
  };
}

/** Puts a record in dispute, so that there is one to find again. */
async function reportIssue({ ask }: TestHub): Promise<void> {
  const found = await ask(CIVIL_AFFAIRS, IDS_QUERY, { first: 1 });
  const [{ node }] = found.data.searchHouseholds.edges;
  const { errors } = await ask(
    CIVIL_AFFAIRS,
    "mutation ($input: ReportDataIssueInput!) { reportDataIssue(input: $input) { id } }",
    {
      input: {
        coordinate: "HouseholdRegistration.address",
        idNumber: node.members[0].idNumber,
        shouldBe: "浦南街道",
        evidence: ["户口簿-1"],
      },
    },
  );
  expect(errors).toEqual([]);
}

const ISSUES = "{ dataIssues { edges { node { id idNumber shouldBe evidence } } } }";

const OWN_QUERY = `{ searchHouseholds(first: 100) { edges { node {
  members { name maskedIdNumber disability { grade certificateNumber bankAccount } } } } } }`;

async function rotate({ environment }: Ground, secrets: readonly string[]) {
  const config = readConfig(environment, departmentSlugs);
  const databases = await openDatabases(
    {
      url: config.databaseUrl,
      directory: `${config.dataDirectory}/database`,
      own: new Map(),
      applicationName: "rotation",
    },
    [],
  );
  try {
    const { departments } = await import("../../resolvers/index.js");
    const own = departments.flatMap((department) => department.tables);
    const tables = [...own, ...hubTables, ...issueTables];
    const given = new Sealing({ secrets, cipher: "sm4" });
    return await rotateKeys(databases.main, given, tables, rotateFormerRecords);
  } finally {
    await databases.close();
  }
}
