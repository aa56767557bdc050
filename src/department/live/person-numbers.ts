import type { Database } from "../../database/database.js";
import { findNumbers } from "../../sealing/known-persons.js";
import type { PersonKey } from "../../sealing/person-keys.js";
import type { Sealing } from "../../sealing/sealing.js";
import { gathering, type Gathering } from "../gathering.js";
import { Keys } from "../keys.js";

/**
 * The ID numbers behind person keys, which live sources are asked by: known in the department's own
 * database, or else in the main one of this process. They are read for the look-up and kept nowhere.
 */
export class PersonNumbers {
  private readonly byDatabase = new WeakMap<Database, Gathering<string | null>>();

  constructor(
    private readonly main: Database,
    private readonly sealing: Sealing,
  ) {}

  /** In the order of the persons, each of whom is named once; null for one whom neither database knows. */
  async of(database: Database, persons: readonly PersonKey[]): Promise<(string | null)[]> {
    let known = this.byDatabase.get(database);
    if (!known) {
      known = gathering((keys) => this.find(database, keys.list));
      this.byDatabase.set(database, known);
    }
    const numbers = await known.load(new Keys(persons));
    return numbers.map((number) => {
      if (number instanceof Error) throw number;
      return number;
    });
  }

  private async find(
    database: Database,
    persons: readonly PersonKey[],
  ): Promise<(string | null)[]> {
    const found = await findNumbers(database, this.sealing, persons);
    const missing = persons.filter((person) => !found.has(person));
    const elsewhere =
      missing.length > 0 && database !== this.main
        ? await findNumbers(this.main, this.sealing, missing)
        : new Map<PersonKey, string>();
    return persons.map((person) => found.get(person) ?? elsewhere.get(person) ?? null);
  }
}
