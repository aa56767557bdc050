import { getTableColumns } from "drizzle-orm";
import { medicalInsurance } from "../../resolvers/medical-insurance/tables.js";
import { loadSnapshot } from "../../src/intake/load/load-snapshot.js";
import type { FileMapping } from "../../src/intake/mapping/file-mapping.js";
import { findNumbers } from "../../src/sealing/known-persons.js";
import { TEST_SERVER } from "../support/databases.js";
import { householdIds } from "../support/household-ids.js";
import { startTestHub, type TestHub } from "../support/hubs.js";
import { fileOf, plain, type GivenRow } from "./in-memory-file.js";

const CIVIL_AFFAIRS = { department: "县民政局", duty: "1.2" };
const DAYS_QUERY = `query ($ids: [ID!]!) { households(ids: $ids) {
  members { medicalInsurance { provenance { asOf fetchedAt } } } } }`;
const PROVENANCE = ["originalSource", "asOf", "fetchedAt", "inDispute"];

/** Newer snapshots that are loaded while others read. */
const LOADS = 8;

const ENROLMENT: FileMapping = {
  kind: "enrolment",
  title: "参保人员登记",
  table: medicalInsurance,
  key: ["person"],
  columns: Object.fromEntries(
    Object.keys(getTableColumns(medicalInsurance))
      .filter((property) => !PROVENANCE.includes(property))
      .map((property) => [property, plain(property)]),
  ),
};

const onServer = TEST_SERVER === undefined ? describe.skip : describe;

onServer("100 households read while newer snapshots are loaded", () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ server: TEST_SERVER });
  }, 120_000);
  afterAll(() => hub?.close());

  test("every answer is of one snapshot, the old or the new", async () => {
    const rows = await enrolments(hub);
    const target = {
      database: hub.running.databases.main,
      sealing: hub.sealing,
      department: { slug: "medical-insurance", name: "县医保局" },
    };
    const load = (day: number) =>
      loadSnapshot(target, fileOf(ENROLMENT, rows), { asOf: `2026-11-${10 + day}` });
    await load(0);
    const ids = await householdIds(hub, 100);
    const snapshots: string[][] = [];
    let loading = true;
    const read = async () => {
      while (loading)
        snapshots.push(snapshotsIn(await hub.ask(CIVIL_AFFAIRS, DAYS_QUERY, { ids })));
    };
    const write = async () => {
      for (let day = 1; day <= LOADS; day += 1) await load(day);
      loading = false;
    };
    await Promise.all([write(), read(), read(), read()]);
    expect(snapshots.filter((seen) => seen.length !== 1)).toEqual([]);
    expect(new Set(snapshots.flat()).size).toBeGreaterThan(2);
  });
});

/** The snapshots that an answer's records are of. */
function snapshotsIn({ data }: Awaited<ReturnType<TestHub["ask"]>>): string[] {
  const seen = new Set<string>();
  for (const { members } of data.households) {
    for (const { medicalInsurance: record } of members) {
      if (record) seen.add(`${record.provenance.asOf} ${record.provenance.fetchedAt}`);
    }
  }
  return [...seen];
}

/** Every record of the county's insured, in clear. */
async function enrolments({ running, sealing }: TestHub): Promise<GivenRow[]> {
  const { main } = running.databases;
  const records = await main.drizzle.select().from(medicalInsurance);
  const persons = records.map(({ person }) => person);
  const numbers = await findNumbers(main, sealing, persons);
  return records.map((record) => {
    const said = Object.entries(record).filter(([property]) => !PROVENANCE.includes(property));
    return { row: { ...Object.fromEntries(said), person: numbers.get(record.person) } };
  });
}
