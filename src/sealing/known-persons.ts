import { sql, type InferSelectModel } from "drizzle-orm";
import type { Database } from "../database/database.js";
import type { PersonKey } from "./person-keys.js";
import { aboutCell, openCell } from "./sealed-rows.js";
import type { Sealing } from "./sealing.js";
import { knownPerson } from "./tables.js";

/** Keeps the ID numbers of persons, by their keys; those that are known already stay as they are. */
export async function rememberPersons(
  database: Database,
  sealing: Sealing,
  idNumbers: ReadonlyMap<PersonKey, string>,
): Promise<void> {
  const fresh = await freshPersons(database, sealing, idNumbers);
  if (fresh.length === 0) return;
  await database.query(
    `insert into sealing.known_person (person, id_number)
      select * from unnest($1::text[], $2::text[]) on conflict do nothing`,
    [fresh.map(({ person }) => person), fresh.map(({ idNumber }) => idNumber)],
  );
}

/** Of some persons those that are not known yet, with their ID numbers sealed. */
export async function freshPersons(
  database: Database,
  sealing: Sealing,
  idNumbers: ReadonlyMap<PersonKey, string>,
): Promise<InferSelectModel<typeof knownPerson>[]> {
  const fresh = await database.query<{ person: PersonKey }>(
    `select person from unnest($1::text[]) as given (person)
      where not exists (select from sealing.known_person known where known.person = given.person)`,
    [[...idNumbers.keys()]],
  );
  return fresh.map(({ person }) => ({
    person,
    idNumber: sealing.sealRepeatably(
      idNumbers.get(person) as string,
      aboutCell(knownPerson.idNumber, person),
    ),
  }));
}

/** The ID numbers behind keys; a key that nobody remembered is not in it. */
export async function findNumbers(
  database: Database,
  sealing: Sealing,
  persons: readonly PersonKey[],
): Promise<Map<PersonKey, string>> {
  const rows = await database.drizzle
    .select()
    .from(knownPerson)
    .where(sql`${knownPerson.person} = any(${sql.param(persons)})`);
  return new Map(
    rows.map(({ person, idNumber }) => [
      person,
      openCell(sealing, knownPerson.idNumber, idNumber, person) as string,
    ]),
  );
}
