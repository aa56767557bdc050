import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { DatabaseError } from "./database-error.js";

/** One generated migration: its file's name without `.sql`, its text, and the text's SHA-256. */
export interface Migration {
  readonly tag: string;
  readonly sql: string;
  readonly hash: string;
}

const Journal = z.object({ entries: z.array(z.object({ tag: z.string() })) });

/**
 * The migrations of a folder that drizzle-kit generated, in the order of its journal.
 * @throws DatabaseError MIGRATIONS_UNREADABLE when the journal or a file it names is missing.
 */
export async function readMigrations(folder: string): Promise<Migration[]> {
  try {
    const journal = JSON.parse(await readFile(join(folder, "meta", "_journal.json"), "utf8"));
    return await Promise.all(Journal.parse(journal).entries.map(({ tag }) => read(folder, tag)));
  } catch (error) {
    throw new DatabaseError(
      "MIGRATIONS_UNREADABLE",
      `the migrations in ${folder} cannot be read: ${String(error)}`,
      { folder },
      { cause: error },
    );
  }
}

async function read(folder: string, tag: string): Promise<Migration> {
  // A checkout with Windows line ends holds the same migration.
  const sql = (await readFile(join(folder, `${tag}.sql`), "utf8")).replaceAll("\r\n", "\n");
  return { tag, sql, hash: createHash("sha256").update(sql).digest("hex") };
}
