import { and, eq, sql } from "drizzle-orm";
import type { Database } from "../../database/database.js";
import type { PersonKey } from "../../sealing/person-keys.js";
import { addVersion, isLatest, withConsentsOf } from "./consent-versions.js";
import type { Recording } from "./record-consent.js";
import { consent } from "./tables.js";

/**
 * Ends the consents of households whose members are no longer those of the day of signing: every
 * member signs again. Answers how many ended.
 * @param households the members as they are now, by household id
 */
export async function endOutdatedConsents(
  database: Database,
  households: ReadonlyMap<string, readonly PersonKey[]>,
  recording: Recording,
): Promise<number> {
  const given = await database.drizzle
    .select()
    .from(consent)
    .where(
      and(
        sql`${consent.householdId} = any(${sql.param([...households.keys()])})`,
        eq(consent.state, "GIVEN"),
        isLatest(database),
      ),
    );
  const outdated = given.filter(
    ({ householdId, membership }) =>
      membership !== null && !isSameSet(membership, households.get(householdId ?? "") ?? []),
  );
  for (const version of outdated) {
    await withConsentsOf(database, version.person, (transaction) =>
      addVersion(transaction, version, {
        ...recording,
        state: "ENDED",
        reason: "the household's members changed",
      }),
    );
  }
  return outdated.length;
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  const set = new Set(a);
  return set.size === new Set(b).size && b.every((item) => set.has(item));
}
