import DataLoader from "dataloader";

/** Whether consents are in force, for each person in order. */
export type FindConsents = (idNumbers: readonly string[]) => Promise<boolean[]>;

/**
 * One request's knowledge of who consented to its duty. Persons of one tick are asked for together;
 * who is known already is answered at once, without a promise.
 */
export class ConsentCheck {
  private readonly known = new Map<string, boolean>();
  private readonly loader: DataLoader<string, boolean>;

  constructor(find: FindConsents) {
    this.loader = new DataLoader(async (idNumbers) => {
      const found = await find(idNumbers);
      idNumbers.forEach((idNumber, place) => this.known.set(idNumber, found[place] ?? false));
      return found;
    });
  }

  /** Whether this person consented. */
  of(idNumber: string): boolean | Promise<boolean> {
    return this.known.get(idNumber) ?? this.loader.load(idNumber);
  }

  /** Whether all of them consented; false for nobody. */
  ofAll(idNumbers: readonly string[]): boolean | Promise<boolean> {
    if (idNumbers.length === 0) return false;
    const states = idNumbers.map((idNumber) => this.of(idNumber));
    if (states.includes(false)) return false;
    return states.every((state) => state === true) || allOf(states);
  }
}

async function allOf(states: readonly (boolean | Promise<boolean>)[]): Promise<boolean> {
  return (await Promise.all(states)).every(Boolean);
}
