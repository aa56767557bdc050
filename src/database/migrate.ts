import type { Database } from "./database.js";
import { DatabaseError } from "./database-error.js";
import { readMigrations, type Migration } from "./migration-folder.js";
import { quoted } from "./quoted.js";

/** A folder of migrations, and the name of the table in the schema `migrations` that keeps account. */
export interface MigrationSource {
  readonly name: string;
  readonly folder: string;
}

interface Applied {
  readonly tag: string;
  readonly hash: string;
}

/** One lock for all folders: the first statement of each makes the schema they share. */
const ADVISORY_LOCK = 330_726;

/**
 * Applies the folder's migrations that the database lacks, in one transaction, and answers their
 * names. Of hubs that start at once one applies, the others wait. A database that lacks nothing is
 * only read, so that a role without the right to create anything can start the hub.
 * @throws DatabaseError MIGRATIONS_UNREADABLE; DATABASE_NEWER when the database has migrations that
 *   the folder does not know; MIGRATION_CHANGED when an applied file has changed since;
 *   MIGRATIONS_PENDING when the database lacks some and its login may not make them; or
 *   MIGRATION_FAILED with the file's name.
 */
export async function migrate(
  database: Database,
  source: MigrationSource,
): Promise<readonly string[]> {
  const known = await readMigrations(source.folder);
  return database.transaction(async (transaction) => {
    await transaction.query("select pg_advisory_xact_lock($1)", [ADVISORY_LOCK]);
    const applied = await readApplied(transaction, source);
    const pending = pendingMigrations(source, known, applied ?? []);
    if (pending.length === 0) return [];
    try {
      if (!applied) await createAccount(transaction, source);
      for (const migration of pending) await apply(transaction, source, migration);
    } catch (error) {
      throw isForbidden(error) ? notAllowed(source, pending, error) : error;
    }
    return pending.map(({ tag }) => tag);
  });
}

function table({ name }: MigrationSource): string {
  return `migrations.${quoted(name)}`;
}

/** Null where nothing of this folder was ever applied. */
async function readApplied(database: Database, source: MigrationSource): Promise<Applied[] | null> {
  const [{ found } = { found: null }] = await database.query<{ found: string | null }>(
    "select to_regclass($1)::text as found",
    [table(source)],
  );
  if (found === null) return null;
  return database.query<Applied>(`select tag, hash from ${table(source)}`);
}

function pendingMigrations(
  source: MigrationSource,
  known: readonly Migration[],
  applied: readonly Applied[],
): Migration[] {
  const hashes = new Map(applied.map(({ tag, hash }) => [tag, hash]));
  const unknown = applied.filter(({ tag }) => !known.some((migration) => migration.tag === tag));
  if (unknown.length > 0) throw newer(source, unknown);
  for (const { tag, hash } of known) {
    if (hashes.has(tag) && hashes.get(tag) !== hash) throw changed(source, tag);
  }
  return known.filter(({ tag }) => !hashes.has(tag));
}

async function createAccount(database: Database, source: MigrationSource): Promise<void> {
  await database.query(`
    create schema if not exists migrations;
    create table ${table(source)} (
      tag text primary key,
      hash text not null,
      applied_at timestamptz not null default now()
    )`);
}

async function apply(
  database: Database,
  source: MigrationSource,
  { tag, sql, hash }: Migration,
): Promise<void> {
  try {
    await database.query(sql);
  } catch (error) {
    const file = `${source.name}/${tag}.sql`;
    const reason = (error as Error).message;
    throw new DatabaseError(
      "MIGRATION_FAILED",
      `migration ${file} failed, and nothing was changed: ${reason}`,
      { file },
      { cause: error },
    );
  }
  await database.query(`insert into ${table(source)} (tag, hash) values ($1, $2)`, [tag, hash]);
}

/** SQLSTATE of a statement that the login may not run. */
const INSUFFICIENT_PRIVILEGE = "42501";

function isForbidden(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: { code?: string } };
  return (cause?.code ?? code) === INSUFFICIENT_PRIVILEGE;
}

function notAllowed(
  { name }: MigrationSource,
  pending: readonly Migration[],
  cause: unknown,
): DatabaseError {
  const migrations = pending.map(({ tag }) => tag);
  return new DatabaseError(
    "MIGRATIONS_PENDING",
    `the database lacks ${name} migrations ${migrations.join(", ")}, and this login may not make them: ` +
      "run this release's `hub migrate` as the login that owns the tables, then start again",
    { name, migrations },
    { cause },
  );
}

function newer({ name }: MigrationSource, unknown: readonly Applied[]): DatabaseError {
  const migrations = unknown.map(({ tag }) => tag);
  return new DatabaseError(
    "DATABASE_NEWER",
    `the database is newer than this program: it has ${name} migrations ${migrations.join(", ")}; start the release that made them`,
    { name, migrations },
  );
}

function changed({ name }: MigrationSource, tag: string): DatabaseError {
  const file = `${name}/${tag}.sql`;
  return new DatabaseError(
    "MIGRATION_CHANGED",
    `migration ${file} was applied in another version: applied migrations are never edited`,
    { file },
  );
}
