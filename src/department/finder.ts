import type { Gathering } from "./gathering.js";

/**
 * One request's look-ups of one kind, the same for the whole request: nothing is looked for twice,
 * and what is there already is answered at once, without a promise.
 */
export class Finder<Found> {
  private readonly found = new Map<string, Found | Error>();
  private readonly awaited = new Map<string, Promise<void>>();

  constructor(private readonly gathering: Gathering<Found>) {}

  /** What is found by a key. Rejects with the key's failure. */
  find(key: string): Found | Promise<Found> {
    const known = this.found.get(key);
    if (known !== undefined || this.found.has(key)) return answerOf(known as Found | Error);
    const found = this.awaited.get(key) ?? this.ask([key]);
    const answer = found.then(() => answerOf(this.found.get(key) as Found | Error));
    answer.catch(unheard);
    return answer;
  }

  /** What is found by a key, where that is known; undefined otherwise, and for a failure. */
  known(key: string): Found | undefined {
    const known = this.found.get(key);
    return known instanceof Error ? undefined : known;
  }

  /** Looks for all of them together; fulfils once each is known, be it as a failure. Undefined where all are. */
  findAhead(keys: readonly string[]): Promise<unknown> | undefined {
    const asked: string[] = [];
    let underWay: Set<Promise<void>> | undefined;
    for (const key of keys) {
      if (this.found.has(key)) continue;
      const found = this.awaited.get(key);
      if (found) (underWay ??= new Set()).add(found);
      else asked.push(key);
    }
    const found = asked.length > 0 ? this.ask(asked) : undefined;
    return underWay ? Promise.all([found, ...underWay]) : found;
  }

  private ask(keys: readonly string[]): Promise<void> {
    const found = this.gathering.load(keys).then((all) => {
      for (const key of keys) {
        this.found.set(key, all.get(key) as Found | Error);
        this.awaited.delete(key);
      }
    });
    for (const key of keys) this.awaited.set(key, found);
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
