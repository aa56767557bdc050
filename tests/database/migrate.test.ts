import { mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../../src/database/database.js";
import { migrate } from "../../src/database/migrate.js";
import { eachDatabase } from "../support/databases.js";

const FIRST = {
  "0000_first": "create schema s; --> statement-breakpoint\ncreate table s.a (id int)",
};
const BOTH = { ...FIRST, "0001_second": "alter table s.a add column b text" };
const BROKEN = {
  ...FIRST,
  "0001_broken": "create table s.c (id int);\nalter table s.none add b int",
};

eachDatabase((name, open) => {
  let database: Database;
  let parent: string;

  beforeAll(async () => {
    database = await open();
    parent = mkdtempSync(join(tmpdir(), "migrations-"));
  });
  beforeEach(async () => {
    await database.query(
      "drop schema if exists migrations cascade; drop schema if exists s cascade",
    );
  });
  afterAll(() => rmSync(parent, { recursive: true }));

  /** A folder as drizzle-kit leaves it. */
  function folderOf(files: Readonly<Record<string, string>>): { name: string; folder: string } {
    const folder = mkdtempSync(join(parent, "folder-"));
    mkdirSync(join(folder, "meta"));
    const entries = Object.keys(files).map((tag, idx) => ({
      idx,
      tag,
      when: idx,
      breakpoints: true,
    }));
    writeFileSync(join(folder, "meta", "_journal.json"), JSON.stringify({ version: "7", entries }));
    for (const [tag, text] of Object.entries(files))
      writeFileSync(join(folder, `${tag}.sql`), text);
    return { name: "some-department", folder };
  }

  async function columns(): Promise<string[]> {
    const rows = await database.query<{ name: string }>(
      "select table_name || '.' || column_name as name from information_schema.columns where table_schema = 's' order by 1",
    );
    return rows.map((row) => row.name);
  }

  test("an empty database gets everything, a current one nothing", async () => {
    expect(await migrate(database, folderOf(BOTH))).toEqual(["0000_first", "0001_second"]);
    expect(await migrate(database, folderOf(BOTH))).toEqual([]);
    expect(await columns()).toEqual(["a.b", "a.id"]);
  });

  test("a database behind gets what it lacks", async () => {
    await migrate(database, folderOf(FIRST));
    expect(await migrate(database, folderOf(BOTH))).toEqual(["0001_second"]);
  });

  test("the same migration with Windows line ends is the same", async () => {
    await migrate(database, folderOf(FIRST));
    const windows = { "0000_first": FIRST["0000_first"].replaceAll("\n", "\r\n") };
    expect(await migrate(database, folderOf(windows))).toEqual([]);
  });

  test("folders keep account apart", async () => {
    await migrate(database, folderOf(FIRST));
    const other = { ...folderOf({ "0000_other": "select 1" }), name: "hub" };
    expect(await migrate(database, other)).toEqual(["0000_other"]);
  });

  test("a newer database is refused and left alone", async () => {
    await migrate(database, folderOf(BOTH));
    await expect(migrate(database, folderOf(FIRST))).rejects.toMatchObject({
      code: "DATABASE_NEWER",
      fields: { name: "some-department", migrations: ["0001_second"] },
    });
  });

  test("an applied migration that was edited is refused", async () => {
    await migrate(database, folderOf(FIRST));
    const edited = { ...FIRST, "0000_first": "create schema s; create table s.a (id bigint)" };
    await expect(migrate(database, folderOf(edited))).rejects.toMatchObject({
      code: "MIGRATION_CHANGED",
      fields: { file: "some-department/0000_first.sql" },
    });
  });

  test("a broken migration is named, and nothing is changed", async () => {
    const failure = await migrate(database, folderOf(BROKEN)).catch((error) => error);
    expect(failure).toMatchObject({
      code: "MIGRATION_FAILED",
      fields: { file: "some-department/0001_broken.sql" },
      cause: { code: "42P01" },
    });
    expect(failure.message).toContain("s.none");
    expect(await columns()).toEqual([]);
    expect(await migrate(database, folderOf(BOTH))).toHaveLength(2);
  });

  test("a folder without a journal, or with a file missing, is named", async () => {
    const missing = folderOf(FIRST);
    rmSync(join(missing.folder, "0000_first.sql"));
    for (const source of [missing, { name: "none", folder: join(parent, "none") }]) {
      await expect(migrate(database, source)).rejects.toMatchObject({
        code: "MIGRATIONS_UNREADABLE",
        fields: { folder: source.folder },
      });
    }
  });

  test("hubs that start at once: each migration is applied once", async () => {
    const hubs = Array.from({ length: 5 }, () => migrate(database, folderOf(BOTH)));
    expect((await Promise.all(hubs)).flat().sort()).toEqual(["0000_first", "0001_second"]);
  });

  test("every committed migration applies to an empty database", async () => {
    const root = new URL("../../migrations/", import.meta.url).pathname;
    for (const name of readdirSync(root)) {
      const source = { name, folder: join(root, name) };
      await database.query(`drop schema if exists ${name.replaceAll("-", "_")} cascade`);
      expect((await migrate(database, source)).length).toBeGreaterThan(0);
      expect(await migrate(database, source)).toEqual([]);
    }
  });

  if (name === "postgres") {
    test("a role that may create nothing can start on a current database", async () => {
      await migrate(database, folderOf(FIRST));
      const role = `hub_test_reader_${process.pid}`;
      await database.query(`
        create role ${role};
        grant usage on schema migrations to ${role};
        grant select on all tables in schema migrations to ${role}`);
      try {
        await database.transaction(async (transaction) => {
          await transaction.query(`set local role ${role}`);
          expect(await migrate(transaction, folderOf(FIRST))).toEqual([]);
        });
      } finally {
        await database.query(`drop owned by ${role}; drop role ${role}`);
      }
    });
  }
});
