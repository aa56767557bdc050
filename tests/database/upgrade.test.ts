import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../../src/database/database.js";
import { openDatabase } from "../../src/database/open-database.js";
import { hubParts, openDatabases, shippedMigrations } from "../../src/database/sources.js";
import { startTestHub, type TestHub } from "../support/hubs.js";
import { createDatabase, TEST_SERVER } from "../support/databases.js";
import { copyEmptyDatabase } from "../support/empty-database.js";
import {
  CIVIL_AFFAIRS,
  HOUSEHOLD,
  RELEASE_ENVIRONMENT,
  tablesOf,
  type Release,
  type Table,
} from "./releases/release.js";
import { readRelease, restoreRelease } from "./releases/restore.js";

interface Column {
  readonly name: string;
  readonly type: string;
  /** Whether an insert must give it. */
  readonly required: boolean;
}

const columnsOf = (database: Database): Promise<Column[]> =>
  database.query(
    `select format('%I.%I.%I', n.nspname, c.relname, a.attname) as name,
            format_type(a.atttypid, a.atttypmod) as type,
            a.attnotnull and not a.atthasdef and a.attidentity = '' as required
       from pg_attribute a
       join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
       join pg_namespace n on n.oid = c.relnamespace
      where a.attnum > 0 and not a.attisdropped and n.nspname !~ '^pg'
        and n.nspname not in ('information_schema', 'public', 'migrations')`,
  );

/** Describes a hub of today on the database of a release. */
function eachUpgradeOf(name: string, describeOn: (upgraded: () => Upgraded) => void): void {
  const on = (kind: string, server: string | undefined) =>
    describe(`${name} on ${kind}`, () => {
      let upgraded: Upgraded;
      beforeAll(async () => {
        upgraded = await upgradeOf(await readRelease(name), server);
      }, 120_000);
      afterAll(() => upgraded?.close());
      describeOn(() => upgraded);
    });
  on("pglite", undefined);
  if (TEST_SERVER !== undefined) on("postgres", TEST_SERVER);
}

interface Upgraded {
  readonly release: Release;
  /** As the release had them. */
  readonly tables: readonly Table[];
  readonly columns: readonly Column[];
  readonly hub: TestHub;
  /** What a release that knows fewer parts than the database holds was refused with. */
  readonly downgrade: unknown;
  close(): Promise<void>;
}

async function upgradeOf(release: Release, server: string | undefined): Promise<Upgraded> {
  const data = await mkdtemp(join(tmpdir(), "upgrade-"));
  const created = server === undefined ? null : await createDatabase(server);
  const directory = join(data, "database");
  const own = new Map<string, string>();
  if (!created) await copyEmptyDatabase(directory);
  const database = await openDatabase(created ? { url: created.url } : { directory });
  await restoreRelease(database, release);
  const tables = await tablesOf(database);
  const columns = await columnsOf(database);
  await database.query("create table migrations.tomorrow (tag text)");
  await database.close();
  const plan = { url: created?.url, directory, own };
  const downgrade = await openDatabases(plan, hubParts.map(shippedMigrations)).catch(
    (error: unknown) => error,
  );
  const reopened = await openDatabase(created ? { url: created.url } : { directory });
  await reopened.query("drop table migrations.tomorrow");
  await reopened.close();
  const environment = {
    ...RELEASE_ENVIRONMENT,
    HUB_DATA: data,
    ...(created ? { DATABASE_URL: created.url } : {}),
  };
  const hub = await startTestHub({ environment });
  const close = async () => {
    await hub.close();
    await created?.drop();
    await rm(data, { recursive: true });
  };
  return { release, tables, columns, hub, downgrade, close };
}

eachUpgradeOf("a106b9b", (upgraded) => {
  const database = () => upgraded().hub.running.databases.main;

  test("every row of the release is there, value by value", async () => {
    const { release, tables } = upgraded();
    expect(Object.keys(release.rows).length).toBeGreaterThan(40);
    for (const { schema, table, columns } of tables) {
      const rows = await database().query<{ row: string }>(
        `select to_jsonb(kept)::text as row from (select ${columns.join(", ")} from ${schema}.${table}) as kept`,
      );
      const kept = rows.map(({ row }) => row);
      expect(kept).toEqual(expect.arrayContaining([...(release.rows[`${schema}.${table}`] ?? [])]));
    }
  });

  test("households answer what they answered, a report is read, the next one has the next number", async () => {
    const { release, hub } = upgraded();
    for (const [id, answer] of Object.entries(release.answers)) {
      const { data, errors } = await hub.ask(CIVIL_AFFAIRS, HOUSEHOLD, { id });
      expect([errors, data.household]).toEqual([[], answer]);
    }
    const [id] = Object.keys(release.answers);
    const { data } = await hub.ask(
      CIVIL_AFFAIRS,
      "mutation ($id: ID!) { submitVerification(input: { householdId: $id }) { id } }",
      { id },
    );
    expect(data.submitVerification.id).toMatch(/-0000002$/);
    const number = data.submitVerification.id.replace(/2$/, "1");
    const found = await hub.ask(
      CIVIL_AFFAIRS,
      "query ($id: ID!) { verification(id: $id) { householdId report } }",
      { id: number },
    );
    expect(found.data.verification).toMatchObject({ householdId: id, report: { number } });
  });

  test("the release's own statements still work: it can run beside this one", async () => {
    const { tables, columns } = upgraded();
    const now = new Map((await columnsOf(database())).map((column) => [column.name, column]));
    const before = new Map(columns.map((column) => [column.name, column]));
    for (const { name, type } of columns) expect(now.get(name)).toMatchObject({ name, type });
    const kept = new Set(tables.map(({ schema, table }) => `${schema}.${table}`));
    const newlyRequired = [...now.values()].filter(
      ({ name, required }) =>
        required && kept.has(name.replace(/\.[^.]*$/, "")) && !before.get(name)?.required,
    );
    expect(newlyRequired).toEqual([]);
    const rolledBack = new Error("rolled back");
    for (const { schema, table, columns: names } of tables) {
      const list = names.join(", ");
      const again = database().transaction(async (transaction) => {
        await transaction.query(
          `insert into ${schema}.${table} (${list}) select ${list} from ${schema}.${table} on conflict do nothing`,
        );
        throw rolledBack;
      });
      await expect(again).rejects.toBe(rolledBack);
    }
  });

  test("a database that a newer release made parts in -> refused in one line, by code", () => {
    const { downgrade } = upgraded();
    expect(downgrade).toMatchObject({ code: "DATABASE_NEWER", fields: { names: ["tomorrow"] } });
    expect((downgrade as Error).message).toBe(
      "the database is newer than this program: it has migrations of tomorrow; start the release that made them",
    );
  });
});
