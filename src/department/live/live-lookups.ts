import type { PgView } from "drizzle-orm/pg-core";
import { momentInShanghai, todayInShanghai } from "../../codes/calendar.js";
import type { Database } from "../../database/database.js";
import type { Sealing } from "../../sealing/sealing.js";
import type { Properties } from "../column-rights.js";
import type { Patience, Source } from "../patience.js";
import type { ProvenanceRow } from "../provenance.js";
import type { Selected } from "../selected-columns.js";
import { sourceUnavailable } from "../source-unavailable.js";
import { deadlineIn } from "./deadline.js";
import { Guard } from "./guard.js";
import type { HttpService } from "./http-service.js";
import type { LiveAsking, LiveLoader, LiveRecord } from "./live-loader.js";
import { PersonNumbers } from "./person-numbers.js";
import type { PersonAnswer } from "./read-answers.js";
import type { SourceConnection } from "./source-connection.js";
import { SourceFailure } from "./source-failure.js";
import { restingAmong, type RestingSource } from "./resting-source.js";

/** What live look-ups need beside what is looked up. */
export interface LiveLookupsOptions extends Patience {
  /** The main database of this process. */
  readonly main: Database;
  readonly sealing: Sealing;
  /** Where departments' services are, by slug. */
  readonly connections: ReadonlyMap<string, SourceConnection>;
  /** Is told when a source is left alone, and when it is asked again. */
  readonly onSourceState: (name: string, isOpen: boolean) => void;
}

/** What is looked up, and with which rights. */
export interface LiveLookup<Found> {
  readonly source: Source;
  readonly database: Database;
  readonly parts: Selected | Properties;
  readonly loader: LiveLoader<Found>;
}

/**
 * Asks live sources: translates person keys into what the source knows, stands guard before each,
 * and tells a person without a record from a person nobody could speak about.
 */
export class LiveLookups {
  private readonly guards = new Map<PgView | HttpService, Guard>();
  private readonly numbers: PersonNumbers;

  constructor(private readonly options: LiveLookupsOptions) {
    this.numbers = new PersonNumbers(options.main, options.sealing);
  }

  /** Names of the sources that were asked since the process started. */
  get asked(): string[] {
    return [...this.guards.values()].map(({ name }) => name);
  }

  /** The sources whose breaker is open. */
  get resting(): RestingSource[] {
    return restingAmong(this.guards.values());
  }

  /**
   * Finds for each key, in the order of the keys: what was found, or the HubError SOURCE_UNAVAILABLE
   * of a key that the source did not speak about, or whose ID number nobody here knows.
   */
  async find<Found>(
    { source, database, parts, loader }: LiveLookup<Found>,
    keys: readonly string[],
  ): Promise<(Found | Error)[]> {
    const isById = loader.knows === "ID_NUMBER";
    const numbers = isById ? await this.numbers.of(source.database, keys) : keys;
    const asked = [...new Set(numbers.filter((number) => number !== null))];
    const asking = {
      database,
      parts,
      connection: this.options.connections.get(source.department.slug),
      guard: this.guardOf(loader),
      deadline: deadlineIn(this.options.sourceTimeout),
    };
    const answers = asked.length === 0 ? [] : await answersOf(loader, asking, asked);
    const answerTo = new Map(asked.map((number, place) => [number, answers[place]]));
    const provenance = provenanceNow(loader.originalSource ?? source.department.name);
    const outcomes = keys.map((key, place) => {
      const answer = answerTo.get(numbers[place] ?? "") ?? personUnknown(loader);
      if (answer instanceof SourceFailure) return answer;
      return loader.choose(complete(answer, provenance, isById ? { person: key } : {}));
    });
    return this.told(source, outcomes);
  }

  /** Failures as a caller hears of them; the log hears of each kind once. */
  private told<Found>(
    { department }: Source,
    outcomes: readonly (Found | SourceFailure)[],
  ): (Found | Error)[] {
    const failures = outcomes.filter((outcome) => outcome instanceof SourceFailure);
    const kinds = new Map(failures.map((failure) => [failure.code, failure]));
    // That a source is left alone was said when it began.
    kinds.delete("SOURCE_RESTING");
    kinds.forEach((failure) => this.options.onSourceFailure(department.name, failure));
    return outcomes.map((outcome) =>
      outcome instanceof SourceFailure ? sourceUnavailable(department, outcome) : outcome,
    );
  }

  private guardOf({ origin, name, limits }: LiveLoader<unknown>): Guard {
    let guard = this.guards.get(origin);
    if (!guard) {
      guard = new Guard(name, limits, this.options.onSourceState);
      this.guards.set(origin, guard);
    }
    return guard;
  }
}

/** What fails as a whole fails for each. */
async function answersOf(
  loader: LiveLoader<unknown>,
  asking: LiveAsking,
  keys: readonly string[],
): Promise<readonly PersonAnswer[]> {
  try {
    return await loader.find(asking, keys);
  } catch (error) {
    if (!(error instanceof SourceFailure)) throw error;
    return keys.map(() => error);
  }
}

/** Where a live record comes from, unless the source says: as of this day, fetched this moment. */
function provenanceNow(originalSource: string): ProvenanceRow {
  const now = new Date();
  return {
    originalSource,
    asOf: todayInShanghai(now),
    fetchedAt: momentInShanghai(now),
    // Data issues on a live record are settled where it is kept.
    inDispute: false,
  };
}

function complete(
  records: Exclude<PersonAnswer, SourceFailure>,
  provenance: ProvenanceRow,
  person: Pick<LiveRecord<object>, "person">,
): LiveRecord<object>[] {
  return records.map((record) => {
    const said = Object.entries(record).filter(([, value]) => value !== undefined);
    const known = said.filter(([name, value]) => value !== null || !(name in provenance));
    return Object.freeze({ ...provenance, ...Object.fromEntries(known), ...person });
  });
}

function personUnknown({ name }: LiveLoader<unknown>): SourceFailure {
  return new SourceFailure(
    "PERSON_UNKNOWN",
    `${name} knows persons by ID number, and that of a person asked for is in no database here`,
  );
}
