import type { Database } from "./database.js";
import type { MigrationSource } from "./migrate.js";
import { readMigrations } from "./migration-folder.js";
import { quoted } from "./quoted.js";

/** How a database's account of migrations compares with what this program knows. */
export interface MigrationState {
  /** Migrations that the database lacks, `hub/0001_x`: it was restored or changed behind the hub. */
  readonly pending: readonly string[];
  /** Migrations that this program does not know: a newer release has been started beside it. */
  readonly unknown: readonly string[];
}

/** Reads each folder once, so that a look costs one statement. */
export async function migrationWatch(
  sources: readonly MigrationSource[],
): Promise<(database: Database) => Promise<MigrationState>> {
  const known = new Map<string, readonly string[]>();
  for (const { name, folder } of sources) {
    known.set(
      name,
      (await readMigrations(folder)).map(({ tag }) => `${name}/${tag}`),
    );
  }
  const statement = [...known.keys()]
    .map((name) => `select '${name}/' || tag as tag from migrations.${quoted(name)}`)
    .join(" union all ");
  return async (database) => {
    const rows = await database.query<{ tag: string }>(statement);
    const applied = new Set(rows.map(({ tag }) => tag));
    const all = [...known.values()].flat();
    return {
      pending: all.filter((tag) => !applied.has(tag)),
      unknown: [...applied].filter((tag) => !all.includes(tag)),
    };
  };
}
