import type { Database } from "../database/database.js";
import { consentsInForce } from "../identity/consent/consents-in-force.js";
import type { Properties } from "./column-rights.js";
import type { DatabaseRights } from "./database-rights.js";
import { gathering, type Gathering } from "./gathering.js";
import { markHiddenRows } from "./hidden-rows.js";
import type { Keys } from "./keys.js";
import type { LiveLoader } from "./live/live-loader.js";
import type { LiveLookups } from "./live/live-lookups.js";
import type { Loader } from "./loader.js";
import { patiently, type Patience, type Source } from "./patience.js";
import type { Selected } from "./selected-columns.js";
import type { Walls } from "./walls.js";

/** What is looked up: whoever differs in any of it shares no statement. */
export interface Lookup<Found> {
  readonly source: Source;
  /** The source's database as certain rights show it: `Database.under` gives one object for one role and jurisdiction. */
  readonly database: Database;
  /** What records hold: one object for whoever may share statements. */
  readonly parts: Selected | Properties;
  readonly loader: Loader<Found> | LiveLoader<Found>;
}

/** What look-ups depend on beside what is looked up. */
export interface SharedLookupsOptions extends Patience {
  /** Keeps the consents. */
  readonly hub: Source;
  readonly rights: DatabaseRights;
  readonly walls: Walls;
  readonly live: LiveLookups;
}

type ByLoader = Map<Loader<unknown> | LiveLoader<unknown>, Gathering<unknown>>;

/** Duties times days that are remembered; beyond, they start over. */
const MAXIMUM_REMEMBERED = 256;

/**
 * Lets concurrent requests share statements: look-ups of one tick by one loader, in one database
 * under one caller's rights, of the same columns. What a caller may see of a record is decided for
 * each caller by itself, above this. Nothing outlives its tick: the next one asks again.
 */
export class SharedLookups {
  private readonly records = new WeakMap<Database, WeakMap<Lookup<unknown>["parts"], ByLoader>>();
  private readonly consents = new Map<string, Gathering<boolean>>();

  constructor(private readonly options: SharedLookupsOptions) {}

  /**
   * Finds records by key.
   * @throws HubError SOURCE_UNAVAILABLE, as the failure of each key, when the source fails or is late.
   */
  recordsOf<Found>(lookup: Lookup<Found>): Gathering<Found> {
    const { database, parts, loader } = lookup;
    const byParts = this.records.get(database) ?? new WeakMap<typeof parts, ByLoader>();
    this.records.set(database, byParts);
    const byLoader: ByLoader = byParts.get(parts) ?? new Map();
    byParts.set(parts, byLoader);
    let known = byLoader.get(loader) as Gathering<Found> | undefined;
    if (!known) {
      known = gathering((keys) => patiently(this.options, lookup.source, this.find(lookup, keys)));
      byLoader.set(loader, known);
    }
    return known;
  }

  /**
   * Finds out whether a person consented to a duty, in force on a day.
   * @throws HubError SOURCE_UNAVAILABLE, as the failure of each person, when the hub's database fails or is late.
   */
  consentsTo(duty: string, date: string): Gathering<boolean> {
    const key = `${duty}|${date}`;
    let known = this.consents.get(key);
    if (!known) {
      known = gathering((persons) => {
        const { hub } = this.options;
        return patiently(
          this.options,
          hub,
          consentsInForce(hub.database, persons.list, duty, date),
        );
      });
      if (this.consents.size >= MAXIMUM_REMEMBERED) this.consents.clear();
      this.consents.set(key, known);
    }
    return known;
  }

  private async find<Found>(
    { source, database, parts, loader }: Lookup<Found>,
    keys: Keys,
  ): Promise<readonly (Found | Error)[]> {
    const { rights, walls, live } = this.options;
    if ("origin" in loader) return live.find({ source, database, parts, loader }, keys.list);
    const found = await loader.load(database, keys, parts as Selected);
    return walls.database && rights.hidesRows(loader.table, source.database)
      ? markHiddenRows(source.database, loader, keys.list, found)
      : found;
  }
}
