import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../../../src/database/database.js";
import { migrate } from "../../../src/database/migrate.js";
import { shippedMigrations } from "../../../src/database/sources.js";
import { releaseFile, type Release } from "./release.js";

export async function readRelease(name: string): Promise<Release> {
  return JSON.parse(await readFile(releaseFile(name), "utf8")) as Release;
}

/** Makes an empty database what a release's was: by its migrations alone, with its rows. */
export async function restoreRelease(database: Database, release: Release): Promise<void> {
  const parent = await mkdtemp(join(tmpdir(), "release-"));
  try {
    for (const [name, migrations] of Object.entries(release.migrations)) {
      const folder = join(parent, name);
      await mkdir(join(folder, "meta"), { recursive: true });
      const journal = JSON.stringify({ entries: migrations });
      await writeFile(join(folder, "meta", "_journal.json"), journal);
      for (const { tag } of migrations) {
        const file = `${tag}.sql`;
        await cp(join(shippedMigrations(name).folder, file), join(folder, file));
      }
      await migrate(database, { name, folder });
      const applied = await database.query(`select tag, hash from migrations."${name}"`);
      expect(applied).toEqual(expect.arrayContaining([...migrations]));
    }
  } finally {
    await rm(parent, { recursive: true });
  }
  for (const [table, rows] of Object.entries(release.rows)) {
    const json = `[${rows.join()}]`;
    const insert = `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`;
    await database.query(insert, [json]);
  }
  for (const [sequence, value] of Object.entries(release.sequences)) {
    await database.query("select setval($1::regclass, $2)", [sequence, value]);
  }
}
