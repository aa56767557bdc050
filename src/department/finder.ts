import type { Gathering } from "./gathering.js";
import type { KeyNumbers } from "./key-numbers.js";
import { Keys } from "./keys.js";

/**
 * One request's look-ups of one kind, the same for the whole request: nothing is looked for twice,
 * and what is there already is answered at once, without a promise. What is found is never undefined.
 */
export class Finder<Found> {
  /** By the number of each key what was found, its failure, or, while it is looked for, when that is over. */
  private readonly known: (Found | Error | Promise<void> | undefined)[] = [];

  constructor(
    private readonly gathering: Gathering<Found>,
    /** Of the request's keys, whatever they are looked up by. */
    private readonly numbers: KeyNumbers,
  ) {}

  /** What is found by a key. Rejects with the key's failure. */
  find(key: string): Found | Promise<Found> {
    const number = this.numbers.of(key);
    let known = this.known[number];
    if (known === undefined) known = this.ask(new Keys([key]));
    if (!(known instanceof Promise)) return answerOf(known);
    const answer = known.then(() => answerOf(this.known[number] as Found | Error));
    answer.catch(unheard);
    return answer;
  }

  /** What is found by a key, where that is known; undefined otherwise, and for a failure. */
  found(key: string): Found | undefined {
    const known = this.known[this.numbers.of(key)];
    return known instanceof Error || known instanceof Promise ? undefined : known;
  }

  /** Looks for all of them together; fulfils once each is known, be it as a failure. Undefined where all are. */
  findAhead(keys: Keys): Promise<unknown> | undefined {
    if (keys.list.length === 0) return undefined;
    const numbers = keys.numbersAmong(this.numbers);
    const missing = keys.list.filter(
      (_, place) => this.known[numbers[place] as number] === undefined,
    );
    // A list of which nothing is known goes on as it is: many kinds are looked up by the same.
    if (missing.length === keys.list.length) return this.ask(keys);
    const underWay = new Set(
      numbers.map((number) => this.known[number]).filter((known) => known instanceof Promise),
    );
    if (missing.length > 0) underWay.add(this.ask(new Keys(missing)));
    return underWay.size > 0 ? Promise.all(underWay) : undefined;
  }

  private ask(keys: Keys): Promise<void> {
    const numbers = keys.numbersAmong(this.numbers);
    const found = this.gathering.load(keys).then((answers) => {
      numbers.forEach((number, place) => (this.known[number] = answers[place]));
    });
    for (const number of numbers) this.known[number] = found;
    return found;
  }
}

function answerOf<Found>(known: Found | Error): Found | Promise<Found> {
  if (!(known instanceof Error)) return known;
  const failed = Promise.reject(known);
  failed.catch(unheard);
  return failed;
}

/** Who asks for several may stop listening at the first that tells him enough. */
const unheard = () => undefined;
