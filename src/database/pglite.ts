import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PGlite, type Results, type Transaction } from "@electric-sql/pglite";
import type { Adapter, Connection, RowShape } from "./adapter.js";
import { holdDataDirectory } from "./data-directory-lock.js";
import { DatabaseError } from "./database-error.js";
import type { Database } from "./database.js";
import { databaseOver } from "./database-over.js";
import { SESSION_SETTINGS } from "./session-settings.js";
import { VALUE_PARSERS } from "./value-parsers.js";

/** Where PGlite keeps nothing on disk. */
export const IN_MEMORY = "memory://";

/** Characters of one COPY: PGlite holds them in memory twice. */
const COPY_CHARACTERS = 4 * 1024 * 1024;

/**
 * An embedded database in a directory that is its own, made where missing, or in memory
 * ({@link IN_MEMORY}). A new one takes some seconds to make.
 * @throws DatabaseError DATABASE_DIRECTORY_UNWRITABLE, DATABASE_HELD by another process, or
 *   DATABASE_DIRECTORY_UNUSABLE where PGlite cannot read what is there.
 */
export async function openPglite(directory: string): Promise<Database> {
  if (directory === IN_MEMORY) return databaseOver(adapterOf(await start(), () => {}));
  const release = holdDataDirectory(directory);
  try {
    return databaseOver(adapterOf(await startIn(directory), release));
  } catch (error) {
    release();
    throw error;
  }
}

/** An unfinished first start leaves its marker: nothing was stored yet, and it starts over. */
async function startIn(directory: string): Promise<PGlite> {
  const data = join(directory, "postgres");
  const marker = join(directory, "initialising");
  if (existsSync(marker)) rmSync(data, { recursive: true, force: true });
  const isNew = !existsSync(data);
  if (isNew) writeFileSync(marker, "");
  try {
    const pglite = await start(data);
    if (isNew) rmSync(marker);
    return pglite;
  } catch (error) {
    throw new DatabaseError(
      "DATABASE_DIRECTORY_UNUSABLE",
      `the embedded database in ${directory} cannot be opened: ${String(error)}`,
      { directory },
      { cause: error },
    );
  }
}

async function start(data?: string): Promise<PGlite> {
  const pglite = await PGlite.create(data ?? IN_MEMORY);
  pglite.parsers = Object.fromEntries(VALUE_PARSERS);
  // Parameters arrive as text already; types without a serializer are passed on as they are.
  pglite.serializers = {};
  await pglite.exec(SESSION_SETTINGS);
  return pglite;
}

function adapterOf(pglite: PGlite, release: () => void): Adapter {
  const transaction: Adapter["transaction"] = (work) =>
    pglite.transaction((open) => work(connectionOf(open)));
  return {
    kind: "pglite",
    run: (sql, params, shape) => run(pglite, sql, params, shape),
    copy: (target, chunks) => transaction((connection) => connection.copy(target, chunks)),
    transaction,
    async close() {
      await pglite.close();
      release();
    },
  };
}

function connectionOf(transaction: Transaction): Connection {
  return {
    run: (sql, params, shape) => run(transaction, sql, params, shape),
    async copy(target, chunks) {
      for await (const text of gathered(chunks)) {
        const blob = new Blob([text]);
        await transaction.query(`copy ${target} from '/dev/blob'`, [], { blob });
      }
    },
  };
}

async function run(
  line: PGlite | Transaction,
  sql: string,
  params: readonly (string | null)[],
  shape: RowShape,
): Promise<unknown[]> {
  try {
    if (params.length > 0) {
      return (await line.query(sql, [...params], { rowMode: shape })).rows;
    }
    const results: Results[] = await line.exec(sql, { rowMode: shape });
    return results[results.length - 1]?.rows ?? [];
  } catch (error) {
    // PGlite hangs the parameters on its errors, and with them ID numbers.
    delete (error as { params?: unknown }).params;
    throw error;
  }
}

async function* gathered(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let text = "";
  for await (const chunk of chunks) {
    text += chunk;
    if (text.length < COPY_CHARACTERS) continue;
    yield text;
    text = "";
  }
  if (text) yield text;
}
