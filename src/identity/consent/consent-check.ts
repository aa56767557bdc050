import type { PersonKey } from "../../sealing/person-keys.js";

/** Finds out whether persons' consents are in force; those of one tick are asked for together. */
export interface FindConsent {
  load(person: PersonKey): Promise<boolean>;
}

/**
 * One request's knowledge of who consented to its duty. Nobody is asked for twice; who is known
 * already is answered at once, without a promise.
 */
export class ConsentCheck {
  private readonly known = new Map<PersonKey, boolean | Promise<boolean>>();

  constructor(private readonly consents: FindConsent) {}

  /** Whether this person consented. */
  of(person: PersonKey): boolean | Promise<boolean> {
    const known = this.known.get(person);
    if (known !== undefined) return known;
    const found = this.consents.load(person).then((consented) => {
      this.known.set(person, consented);
      return consented;
    });
    this.known.set(person, found);
    return found;
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
