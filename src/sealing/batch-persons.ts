import type { PersonKey } from "./person-keys.js";
import type { Sealing } from "./sealing.js";

/** The persons of one batch of rows on their way into a database: each key is made once. */
export class BatchPersons {
  private readonly keys = new Map<string, PersonKey>();

  constructor(readonly sealing: Sealing) {}

  keyOf(idNumber: string): PersonKey {
    let key = this.keys.get(idNumber);
    if (key === undefined) {
      key = this.sealing.personKey(idNumber);
      this.keys.set(idNumber, key);
    }
    return key;
  }

  /** The ID numbers of the batch by their keys. */
  get numbers(): Map<PersonKey, string> {
    return new Map(Array.from(this.keys, ([idNumber, key]) => [key, idNumber]));
  }
}
