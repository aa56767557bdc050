import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Database } from "./database.js";
import { migrate, type MigrationSource } from "./migrate.js";
import { openDatabase } from "./open-database.js";
import { refuseNewer } from "./refuse-newer.js";

/** What a server is told of every connection of a hub, a department alone or a command. */
export const HUB_APPLICATION = "pujiang-data-hub";

/** Where the databases of a process are. */
export interface DatabasePlan {
  /** PostgreSQL, or undefined for an embedded database. */
  readonly url: string | undefined;
  /** Directory of the embedded database. */
  readonly directory: string;
  /** Databases of their own, by the name of the migrations they hold. */
  readonly own: ReadonlyMap<string, string>;
  /** {@link HUB_APPLICATION} unless given. */
  readonly applicationName?: string;
  /** Milliseconds after which a server cancels a caller's look-up; never unless given. */
  readonly lookupTimeoutMs?: number;
  /** Whether the access log writes over connections of its own, so that it waits for nothing else. */
  readonly recordsApart?: boolean;
}

/** A database by a name, and what it is migrated by; null for one that the hub makes nothing in. */
export interface DatabaseSource {
  readonly name: string;
  readonly folder: string | null;
}

/** Opened and migrated databases, by the name of the migrations they hold. */
export interface OpenDatabases {
  readonly main: Database;
  /** The main database, for the access log. */
  readonly audit: Database;
  readonly byName: ReadonlyMap<string, Database>;
  /** Each once, the main one first. */
  readonly all: readonly Database[];
  close(): Promise<void>;
}

/** The parts of the hub that keep tables of their own, in the hub's database. */
export const hubParts: readonly string[] = [
  "hub",
  "consent",
  "clients",
  "operations",
  "audit",
  "verification",
];

/** The parts that stand in every database that holds a department's tables. */
export const everywhere: readonly string[] = ["sealing", "issues", "intake"];

const MIGRATIONS = new URL("../../migrations/", import.meta.url);

/** The migrations that this project ships for a department, or for a part of the hub. */
export function shippedMigrations(name: string): MigrationSource {
  return { name, folder: fileURLToPath(new URL(`${name}/`, MIGRATIONS)) };
}

/**
 * Opens the main database and those of their own, and brings each up to its migrations.
 * @throws DatabaseError, DATABASE_NEWER for one that a newer release made parts in; what was opened before is closed again.
 */
export async function openDatabases(
  plan: DatabasePlan,
  sources: readonly DatabaseSource[],
): Promise<OpenDatabases> {
  const known = new Set([...readdirSync(MIGRATIONS), ...sources.map(({ name }) => name)]);
  const opened: Database[] = [];
  const close = async () => {
    for (const database of opened.splice(0)) await database.close();
  };
  const open = async (url: string | undefined) => {
    const { directory, applicationName = HUB_APPLICATION, lookupTimeoutMs } = plan;
    const location = url === undefined ? { directory } : { url, applicationName, lookupTimeoutMs };
    const database = await openDatabase(location);
    opened.push(database);
    await refuseNewer(database, known);
    for (const part of everywhere) await migrate(database, shippedMigrations(part));
    return database;
  };
  try {
    const main = await open(plan.url);
    const byName = new Map<string, Database>();
    for (const { name, folder } of sources) {
      const own = plan.own.get(name);
      const database = own === undefined ? main : await open(own);
      if (folder !== null) await migrate(database, { name, folder });
      byName.set(name, database);
    }
    const all = [...opened];
    const audit = plan.recordsApart ? await openForRecords(plan, main) : main;
    if (audit !== main) opened.push(audit);
    return { main, audit, byName, all, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Milliseconds that a record may take to be durable; then it is not waited for. */
const RECORD_TIMEOUT = 5000;

/** What holds a record up holds up no other: the server ends it, or else the connection is given up. */
async function openForRecords({ url, applicationName }: DatabasePlan, main: Database) {
  if (url === undefined) return main;
  return openDatabase({
    url,
    applicationName: applicationName ?? HUB_APPLICATION,
    max: 2,
    statementTimeoutMs: RECORD_TIMEOUT,
    idleTransactionTimeoutMs: RECORD_TIMEOUT,
    answerTimeoutMs: RECORD_TIMEOUT + 500,
  });
}
