import { KeyNumbers } from "./key-numbers.js";

/** Keys of one statement at most. */
const MAXIMUM = 1000;

/** Keys that are looked up together: each once, in the order in which they were first named. */
export class Keys {
  readonly list: readonly string[];
  private readonly places = new KeyNumbers();
  private inParts: readonly Keys[] | undefined;
  private numbered: { readonly by: KeyNumbers; readonly list: readonly number[] } | undefined;

  constructor(keys: Iterable<string>) {
    for (const key of keys) this.places.of(key);
    this.list = this.places.keys();
  }

  /** The same keys in lists short enough for one statement each: made once, for many kinds are looked up by the same. */
  get parts(): readonly Keys[] {
    this.inParts ??= this.list.length <= MAXIMUM ? [this] : partsOf(this.list);
    return this.inParts;
  }

  /** The number of each key among others: worked out once, for the same reason. */
  numbersAmong(others: KeyNumbers): readonly number[] {
    if (this.numbered?.by !== others) {
      this.numbered = { by: others, list: this.list.map((key) => others.of(key)) };
    }
    return this.numbered.list;
  }

  /** Where a key stands in the list; undefined for one that does not. */
  placeOf(key: string): number | undefined {
    return this.places.find(key);
  }
}

function partsOf(list: readonly string[]): Keys[] {
  return Array.from({ length: Math.ceil(list.length / MAXIMUM) }, (_, part) => {
    return new Keys(list.slice(part * MAXIMUM, (part + 1) * MAXIMUM));
  });
}
