/** Keys numbered from 0 as they come: whatever is kept for each of them is kept in lists. */
export class KeyNumbers {
  private readonly numbers = new Map<string, number>();

  /** The number of a key; a new one for a key that has none. */
  of(key: string): number {
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(key, number);
    }
    return number;
  }

  /** The number of a key; undefined for one that has none. */
  find(key: string): number | undefined {
    return this.numbers.get(key);
  }

  /** The keys in the order of their numbers. */
  keys(): string[] {
    return [...this.numbers.keys()];
  }
}
