import { KeyNumbers } from "./key-numbers.js";

/** Keys that are looked up together: each once, in the order in which they were first named. */
export class Keys {
  readonly list: readonly string[];
  private readonly places = new KeyNumbers();

  constructor(keys: Iterable<string>) {
    for (const key of keys) this.places.of(key);
    this.list = this.places.keys();
  }

  /** Where a key stands in the list; undefined for one that does not. */
  placeOf(key: string): number | undefined {
    return this.places.find(key);
  }
}
