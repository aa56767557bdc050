/** Keys that are looked up together: each once, in the order in which they were first named. */
export class Keys {
  readonly list: readonly string[];
  private readonly places = new Map<string, number>();

  constructor(keys: Iterable<string>) {
    for (const key of keys) {
      if (!this.places.has(key)) this.places.set(key, this.places.size);
    }
    this.list = [...this.places.keys()];
  }

  /** Where a key stands in the list; undefined for one that does not. */
  placeOf(key: string): number | undefined {
    return this.places.get(key);
  }
}
