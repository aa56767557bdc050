import type { Database } from "../../database/database.js";
import { freshPersons } from "../../sealing/known-persons.js";
import type { PersonKey } from "../../sealing/person-keys.js";
import type { Sealing } from "../../sealing/sealing.js";
import { knownPerson } from "../../sealing/tables.js";
import { qualifiedName } from "../../database/qualified-name.js";
import { createLike, TEMPORARY } from "./temporary-tables.js";

/**
 * The persons of a load that the database does not know. They wait in a table of the load's own and
 * become known at its end, in order: two loads that know the same persons first wait a moment for
 * one another, and never for ever.
 */
export class NewPersons {
  private constructor(
    private readonly database: Database,
    private readonly sealing: Sealing,
  ) {}

  static async in(database: Database, sealing: Sealing): Promise<NewPersons> {
    await createLike(
      database,
      TEMPORARY.persons,
      ["person", "id_number"],
      qualifiedName(knownPerson),
    );
    return new NewPersons(database, sealing);
  }

  async add(idNumbers: ReadonlyMap<PersonKey, string>): Promise<void> {
    if (idNumbers.size === 0) return;
    const fresh = await freshPersons(this.database, this.sealing, idNumbers);
    await this.database.copyInto(knownPerson, fresh, { into: TEMPORARY.persons });
  }

  async remember(): Promise<void> {
    await this.database.query(
      `insert into ${qualifiedName(knownPerson)} (person, id_number)
         select person, id_number from ${TEMPORARY.persons} order by person
         on conflict do nothing`,
    );
  }
}
