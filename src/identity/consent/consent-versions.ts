import { and, desc, eq, gt, notExists, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "../../database/database.js";
import type { PersonKey } from "../../sealing/person-keys.js";
import { consent } from "./tables.js";
import { Turns } from "./turns.js";

/** One version of a consent. */
export type ConsentVersion = typeof consent.$inferSelect;

/** Whose turn it is to change a person's consents. */
const turns = new WeakMap<Database, Turns>();

/** What holds of the version after which none came. */
export function isLatest(database: Database): SQL {
  const later = alias(consent, "later");
  return notExists(
    database.drizzle
      .select({ id: later.id })
      .from(later)
      .where(and(eq(later.id, consent.id), gt(later.version, consent.version))),
  );
}

/** The latest version of a consent; null for an unknown id. */
export async function findConsent(database: Database, id: string): Promise<ConsentVersion | null> {
  const [latest] = await database.drizzle
    .select()
    .from(consent)
    .where(eq(consent.id, id))
    .orderBy(desc(consent.version))
    .limit(1);
  return latest ?? null;
}

/** Every version of every consent of a person, the newest consent first, versions in order. */
export function consentsOf(database: Database, person: PersonKey): Promise<ConsentVersion[]> {
  return database.drizzle
    .select()
    .from(consent)
    .where(eq(consent.person, person))
    .orderBy(desc(consent.recordedAt), consent.id, consent.version);
}

/** Every version of one consent, in order. */
export function versionsOf(database: Database, id: string): Promise<ConsentVersion[]> {
  return database.drizzle.select().from(consent).where(eq(consent.id, id)).orderBy(consent.version);
}

/** Adds the version after this one. */
export async function addVersion(
  database: Database,
  { version, ...latest }: ConsentVersion,
  change: Partial<ConsentVersion> & { readonly recordedBy: string; readonly recordedAt: string },
): Promise<ConsentVersion> {
  const next = { ...latest, ...change, version: version + 1 };
  await database.drizzle.insert(consent).values(next);
  return next;
}

/**
 * Runs `work` alone among all changes to one person's consents, of other processes too. Of this one
 * only the change whose turn it is holds a connection: many at once about one person leave the others theirs.
 */
export function withConsentsOf<T>(
  database: Database,
  person: PersonKey,
  work: (transaction: Database) => Promise<T>,
): Promise<T> {
  const ofDatabase = turns.get(database) ?? new Turns();
  turns.set(database, ofDatabase);
  return ofDatabase.take(person, () =>
    database.transaction(async (transaction) => {
      await transaction.drizzle.execute(
        sql`select pg_advisory_xact_lock(hashtextextended(${`consent ${person}`}, 0))`,
      );
      return work(transaction);
    }),
  );
}
