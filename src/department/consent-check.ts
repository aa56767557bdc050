import type { PersonKey } from "../sealing/person-keys.js";
import type { Finder } from "./finder.js";
import type { Keys } from "./keys.js";

/** One request's knowledge of who consented to its duty. */
export class ConsentCheck {
  constructor(private readonly consents: Finder<boolean>) {}

  /** Whether this person consented. */
  of(person: PersonKey): boolean | Promise<boolean> {
    return this.consents.find(person);
  }

  /** Looks for the consents that will be asked for; fulfils once all are there, be it as a failure; undefined where they are. */
  ahead(persons: Keys): Promise<unknown> | undefined {
    return this.consents.findAhead(persons);
  }

  /** Whether this person is known to have consented. */
  isKnownOf(person: PersonKey): boolean {
    return this.consents.found(person) === true;
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
