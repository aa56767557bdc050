import type { Gathering } from "./gathering.js";

/**
 * One request's look-ups of one kind, the same for the whole request: nothing is looked for twice,
 * and what is there already is answered at once, without a promise.
 */
export class Finder<Found> {
  /** What was found by each key, its failure, or, while it is looked for, when that is over. */
  private readonly known = new Map<string, Found | Error | Promise<void>>();

  constructor(private readonly gathering: Gathering<Found>) {}

  /** What is found by a key. Rejects with the key's failure. */
  find(key: string): Found | Promise<Found> {
    let known = this.known.get(key);
    if (known === undefined) {
      if (this.known.has(key)) return known as Found;
      known = this.ask([key]);
    }
    if (!(known instanceof Promise)) return answerOf(known);
    const answer = known.then(() => answerOf(this.known.get(key) as Found | Error));
    answer.catch(unheard);
    return answer;
  }

  /** What is found by a key, where that is known; undefined otherwise, and for a failure. */
  found(key: string): Found | undefined {
    const known = this.known.get(key);
    return known instanceof Error || known instanceof Promise ? undefined : known;
  }

  /** Looks for all of them together, each named once; fulfils once each is known, be it as a failure. Undefined where all are. */
  findAhead(keys: readonly string[]): Promise<unknown> | undefined {
    const asked: string[] = [];
    let underWay: Set<Promise<void>> | undefined;
    for (const key of keys) {
      const known = this.known.get(key);
      if (known instanceof Promise) (underWay ??= new Set()).add(known);
      else if (known === undefined && !this.known.has(key)) asked.push(key);
    }
    // A list that was given as a whole goes on as it is: many kinds are looked up by the same.
    const all = asked.length === keys.length ? keys : asked;
    const found = all.length > 0 ? this.ask(all) : undefined;
    return underWay ? Promise.all([found, ...underWay]) : found;
  }

  private ask(keys: readonly string[]): Promise<void> {
    const found = this.gathering.load(keys).then((answers) => {
      for (let place = 0; place < keys.length; place += 1) {
        this.known.set(keys[place] as string, answers[place] as Found | Error);
      }
    });
    for (const key of keys) this.known.set(key, found);
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
