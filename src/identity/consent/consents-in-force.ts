import { and, arrayContains, eq, gt, gte, isNull, lte, notExists, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "../../database/database.js";
import { consent } from "./tables.js";

/**
 * For each person, in order, whether a consent that covers the duty is in force on the day: one
 * statement for any number of persons, and always from the database, so that a revocation stops the
 * next request.
 */
export async function consentsInForce(
  database: Database,
  idNumbers: readonly string[],
  duty: string,
  date: string,
): Promise<boolean[]> {
  const later = alias(consent, "later");
  const rows = await database.drizzle
    .selectDistinct({ idNumber: consent.idNumber })
    .from(consent)
    .where(
      and(
        sql`${consent.idNumber} = any(${sql.param(idNumbers)})`,
        arrayContains(consent.duties, [duty]),
        eq(consent.state, "GIVEN"),
        lte(consent.validFrom, date),
        or(isNull(consent.validTo), gte(consent.validTo, date)),
        notExists(
          database.drizzle
            .select({ id: later.id })
            .from(later)
            .where(and(eq(later.id, consent.id), gt(later.version, consent.version))),
        ),
      ),
    );
  const consenting = new Set(rows.map(({ idNumber }) => idNumber));
  return idNumbers.map((idNumber) => consenting.has(idNumber));
}
