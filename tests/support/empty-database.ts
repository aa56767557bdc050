import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "../../src/database/database.js";
import { openDatabase } from "../../src/database/open-database.js";

/** How the processes of a run know of the empty embedded database: to make one takes longer than a file's tests. */
const VARIABLE = "HUB_TEST_EMPTY_DATABASE";

/** Makes the empty embedded database that others are copied from; the function answered removes it. */
export async function makeEmptyDatabase(): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), "hub-empty-"));
  await (await openDatabase({ directory })).close();
  process.env[VARIABLE] = directory;
  return () => rm(directory, { recursive: true, force: true });
}

/** Puts an embedded database, new and empty, into a directory. */
export function copyEmptyDatabase(directory: string): Promise<void> {
  return cp(process.env[VARIABLE] ?? "", directory, { recursive: true });
}

/** An embedded database, new and empty, in a directory of its own that goes with it. */
export async function openEmptyDatabase(): Promise<{
  readonly database: Database;
  readonly close: () => Promise<void>;
}> {
  const directory = await mkdtemp(join(tmpdir(), "hub-database-"));
  await copyEmptyDatabase(directory);
  const database = await openDatabase({ directory });
  const close = async () => {
    await database.close();
    await rm(directory, { recursive: true, force: true });
  };
  return { database, close };
}
