import DataLoader from "dataloader";
import type { PersonKey } from "../../sealing/person-keys.js";

/** Whether consents are in force, for each person in order. */
export type FindConsents = (persons: readonly PersonKey[]) => Promise<boolean[]>;

/**
 * One request's knowledge of who consented to its duty. Persons of one tick are asked for together;
 * who is known already is answered at once, without a promise.
 */
export class ConsentCheck {
  private readonly known = new Map<PersonKey, boolean>();
  private readonly loader: DataLoader<PersonKey, boolean>;

  constructor(find: FindConsents) {
    this.loader = new DataLoader(async (persons) => {
      const found = await find(persons);
      persons.forEach((person, place) => this.known.set(person, found[place] ?? false));
      return found;
    });
  }

  /** Whether this person consented. */
  of(person: PersonKey): boolean | Promise<boolean> {
    return this.known.get(person) ?? this.loader.load(person);
  }

  /** Whether all of them consented; false for nobody. */
  ofAll(persons: readonly PersonKey[]): boolean | Promise<boolean> {
    if (persons.length === 0) return false;
    const states = persons.map((person) => this.of(person));
    if (states.includes(false)) return false;
    return states.every((state) => state === true) || allOf(states);
  }
}

async function allOf(states: readonly (boolean | Promise<boolean>)[]): Promise<boolean> {
  return (await Promise.all(states)).every(Boolean);
}
