import { and, arrayContains, eq, gte, isNull, lte, or, sql } from "drizzle-orm";
import type { Database } from "../../database/database.js";
import type { PersonKey } from "../../sealing/person-keys.js";
import { isLatest, type ConsentVersion } from "./consent-versions.js";
import { consent } from "./tables.js";

/**
 * For each person, in order, whether a consent that covers the duty is in force on the day: one
 * statement for any number of persons, and always from the database, so that a revocation stops the
 * next request.
 */
export async function consentsInForce(
  database: Database,
  persons: readonly PersonKey[],
  duty: string,
  date: string,
): Promise<boolean[]> {
  const rows = await database.drizzle
    .selectDistinct({ person: consent.person })
    .from(consent)
    .where(
      and(
        sql`${consent.person} = any(${sql.param(persons)})`,
        arrayContains(consent.duties, [duty]),
        eq(consent.state, "GIVEN"),
        lte(consent.validFrom, date),
        or(isNull(consent.validTo), gte(consent.validTo, date)),
        isLatest(database),
      ),
    );
  const consenting = new Set(rows.map(({ person }) => person));
  return persons.map((person) => consenting.has(person));
}

/** Whether a version, the latest of its consent, is in force on the day. */
export function isInForceOn({ state, validFrom, validTo }: ConsentVersion, date: string): boolean {
  return state === "GIVEN" && validFrom <= date && (validTo === null || date <= validTo);
}
