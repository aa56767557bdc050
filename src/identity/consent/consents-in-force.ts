import type { Database } from "../../database/database.js";
import { repeated } from "../../database/repeated-statement.js";
import type { PersonKey } from "../../sealing/person-keys.js";
import type { ConsentVersion } from "./consent-versions.js";

/**
 * Of the persons $1 those with a consent that covers the duty $2 and is in force on the day $3, as often as they
 * have one, as one JSON array; the latest version counts.
 */
const CONSENTING = repeated(`
  select json_agg(given.person) as persons from consent.consent as given
   where given.person = any($1) and given.duties @> array[$2::text] and given.state = 'GIVEN'
     and given.valid_from <= $3 and (given.valid_to is null or given.valid_to >= $3)
     and not exists (
       select from consent.consent as later
        where later.id = given.id and later.version > given.version)`);

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
  const [answer] = await database.query<{ persons: PersonKey[] | null }>(CONSENTING, [
    persons,
    duty,
    date,
  ]);
  const consenting = new Set(answer?.persons);
  return persons.map((person) => consenting.has(person));
}

/** Whether a version, the latest of its consent, is in force on the day. */
export function isInForceOn({ state, validFrom, validTo }: ConsentVersion, date: string): boolean {
  return state === "GIVEN" && validFrom <= date && (validTo === null || date <= validTo);
}
