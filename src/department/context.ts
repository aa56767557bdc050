import type { getTableColumns } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "../database/database.js";
import type { SessionRights } from "../database/session-rights.js";
import type { Runs } from "../casework/runs/runs.js";
import type { Casework } from "../casework/casework.js";
import type { Caller } from "../identity/caller.js";
import type { SealedReferences } from "../identity/sealed-references.js";
import type { ChainRecord } from "../audit/chain.js";
import type { HistoryPage } from "../audit/subject-history.js";
import type { Desks } from "../intake/desk/desks.js";
import { needsConsent } from "../policy/needs-consent.js";
import { openCell } from "../sealing/sealed-rows.js";
import type { PersonKey } from "../sealing/person-keys.js";
import type { Sealed } from "../sealing/sealed-text.js";
import type { Sealing } from "../sealing/sealing.js";
import type { Properties, PropertyRights } from "./column-rights.js";
import { ConsentCheck } from "./consent-check.js";
import type { DatabaseRights } from "./database-rights.js";
import type { FindDivision } from "./find-division.js";
import { Finder } from "./finder.js";
import { gathering } from "./gathering.js";
import { KeyNumbers } from "./key-numbers.js";
import { Keys } from "./keys.js";
import { HttpService } from "./live/http-service.js";
import type { LiveLoader } from "./live/live-loader.js";
import type { Loader } from "./loader.js";
import { OperationContext, type OperationRules } from "./operation-context.js";
import { patiently, type Patience, type Source } from "./patience.js";
import { relationName, type Relation } from "./relation.js";
import { allColumns, type Selected, type SelectedColumns } from "./selected-columns.js";
import type { SharedLookups } from "./shared-lookups.js";

/** What every request shares. */
export interface Resources extends Patience, OperationRules {
  /** The sources by their PostgreSQL schema. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly references: SealedReferences;
  /** What data at rest is kept with. */
  readonly sealing: Sealing;
  readonly columns: SelectedColumns;
  readonly properties: PropertyRights;
  readonly rights: DatabaseRights;
  /** The hub's own database, where consents are kept. */
  readonly hub: Source;
  readonly divisionOf: FindDivision;
  /** What departments answer about their own records, here or elsewhere. */
  readonly desks: Desks;
  /** A person's access history, newest first. */
  readonly accessHistory: (idNumber: string, page: HistoryPage) => Promise<readonly ChainRecord[]>;
  /** What verifications are kept and worked on with. */
  readonly casework: Casework;
  /** Re-verifications. */
  readonly runs: Runs;
  /** What concurrent requests ask the databases together. */
  readonly lookups: SharedLookups;
}

/** How records are found by key, wherever they are. */
type AnyLoader<Found> = Loader<Found> | LiveLoader<Found>;

/** One request on its way through the departments. Nothing in it outlives or crosses requests. */
export class RequestContext extends OperationContext {
  private readonly numbers = new KeyNumbers();
  private readonly lists = new WeakMap<readonly string[], Keys>();
  private readonly finders = new Map<AnyLoader<unknown>, Finder<unknown>>();
  private readonly sealed = new Map<string, string>();
  private readonly consentNeeded = new Map<string, boolean>();
  private selections: ReturnType<SelectedColumns["of"]> | undefined;
  private rights: SessionRights | undefined;
  private readonly limitedDatabases = new Map<Database, Database>();

  /** Who consented to this request's duty. */
  readonly consents: ConsentCheck;

  /**
   * Takes the keys of the persons that a resolver is called for before it has them, so that what is
   * asked of them is looked up together with them; null where nothing is. To be read before it waits.
   */
  foresee: ((persons: readonly string[]) => void) | null = null;

  constructor(
    caller: Caller,
    readonly resources: Resources,
    audit: string,
  ) {
    super(caller, resources, audit);
    const { lookups } = resources;
    this.consents = new ConsentCheck(
      new Finder(lookups.consentsTo(caller.duty, caller.date), this.numbers),
    );
  }

  /** Whether this request needs the person's consent for a FINANCIAL or HEALTH field of this owner. */
  needsConsent(owner: string): boolean {
    if (!this.resources.walls.rows) return false;
    let needed = this.consentNeeded.get(owner);
    if (needed === undefined) {
      const { register } = this.resources.policy();
      needed = needsConsent(register, this.caller, owner);
      this.consentNeeded.set(owner, needed);
    }
    return needed;
  }

  /**
   * Finds by key, the same for the whole request, at once where it is there already; look-ups of one
   * tick share a statement, those of concurrent requests under the same rights too. What is found is
   * not to be changed.
   * @throws HubError SOURCE_UNAVAILABLE, as a rejection, when the department's source fails or is late.
   */
  load<Found>(loader: AnyLoader<Found>, key: string): Found | Promise<Found> {
    return this.finder(loader).find(key);
  }

  /** Keys as one list, the same for the same array: what is looked up by one list shares the work of it. */
  listed(keys: readonly string[]): Keys {
    let list = this.lists.get(keys);
    if (!list) {
      list = new Keys(keys);
      this.lists.set(keys, list);
    }
    return list;
  }

  /** Finds by several keys, in their order. */
  async loadAll<Found>(loader: AnyLoader<Found>, keys: readonly string[]): Promise<Found[]> {
    const finder = this.finder(loader);
    await finder.findAhead(this.listed(keys));
    const found = keys.map((key) => finder.find(key));
    return found.some((one) => one instanceof Promise) ? Promise.all(found) : (found as Found[]);
  }

  /** Looks for what `load` will be asked for; fulfils once all of it is there, be it as a failure; undefined where it is. */
  loadAhead(loader: AnyLoader<unknown>, keys: Keys): Promise<unknown> | undefined {
    return this.finder(loader).findAhead(keys);
  }

  /**
   * The columns of a table that this request selects, by type all of them: a field that is allowed
   * to run has those it needs.
   * @throws Error where it may select none.
   */
  columnsOf<T extends PgTable>(table: T): ReturnType<typeof getTableColumns<T>> {
    return this.selected(table).columns as ReturnType<typeof getTableColumns<T>>;
  }

  /** The key of a person by the ID number that the caller gave. */
  personKey(idNumber: string): PersonKey {
    return this.resources.sealing.personKey(idNumber);
  }

  /** What a sealed column of a person's row says; null where it says nothing, or was not selected. */
  open(column: PgColumn, sealed: Sealed | null | undefined, person: PersonKey): string | null {
    return openCell(this.resources.sealing, column, sealed ?? null, person);
  }

  /** Remembers that the answer draws on an entity. */
  concern(type: string, key: string): void {
    this.concerned.add(type === "Person" ? key : `${type} ${key}`);
  }

  /** The sealed reference of an entity, the same for the whole request. */
  seal(type: string, key: string): string {
    const name = `${type}|${key}`;
    let reference = this.sealed.get(name);
    if (!reference) {
      reference = this.resources.references.seal(type, key, this.caller);
      this.sealed.set(name, reference);
    }
    return reference;
  }

  /** The key in a sealed reference; null for one that is forged, expired or another caller's. */
  unseal(type: string, reference: unknown): string | null {
    return this.resources.references.unseal(type, reference, this.caller);
  }

  /**
   * Asks the source behind a PostgreSQL schema, for what is not found by key.
   * @throws HubError SOURCE_UNAVAILABLE when the source fails or is late.
   */
  ask<T>(schema: string, question: (database: Database) => Promise<T>): Promise<T> {
    const source = this.sourceOf(schema);
    return patiently(this.resources, source, question(this.limited(source.database)));
  }

  /**
   * Asks the hub's own database.
   * @throws HubError SOURCE_UNAVAILABLE when it fails or is late.
   */
  askHub<T>(question: (database: Database) => Promise<T>): Promise<T> {
    const { hub } = this.resources;
    return patiently(this.resources, hub, question(hub.database));
  }

  private selected(relation: Relation): Selected {
    const { walls, columns } = this.resources;
    if (!walls.database) return allColumns(relation);
    this.selections ??= columns.of(this.caller, this.reached);
    const selected = this.selections.get(relation);
    if (!selected) throw new Error(`no column of ${relationName(relation)} may be selected`);
    return selected;
  }

  private partsOf(origin: Relation | HttpService): Selected | Properties {
    if (!(origin instanceof HttpService)) return this.selected(origin);
    const { walls, properties } = this.resources;
    const readable = walls.database
      ? properties.readable(this.caller).get(origin)
      : origin.allProperties;
    if (!readable) throw new Error(`nothing that ${origin.name} answers may be read`);
    return readable;
  }

  private finder<Found>(loader: AnyLoader<Found>): Finder<Found> {
    let finder = this.finders.get(loader) as Finder<Found> | undefined;
    if (!finder) {
      finder = this.newFinder(loader);
      this.finders.set(loader, finder as Finder<unknown>);
    }
    return finder;
  }

  private newFinder<Found>(loader: AnyLoader<Found>): Finder<Found> {
    const source = this.sourceOf(loader.schema);
    let lookup;
    try {
      const parts = this.partsOf("origin" in loader ? loader.origin : loader.table);
      lookup = { source, database: this.limited(source.database), parts, loader };
    } catch (error) {
      return new Finder(
        gathering<Found>(() => patiently(this.resources, source, Promise.reject(error))),
        this.numbers,
      );
    }
    return new Finder(this.resources.lookups.recordsOf(lookup), this.numbers);
  }

  private sourceOf(schema: string): Source {
    const source = this.resources.sources.get(schema);
    if (!source) throw new Error(`no source serves the schema ${schema}`);
    return source;
  }

  /** The database as this caller's statements see it. */
  private limited(database: Database): Database {
    const { walls, rights } = this.resources;
    if (!walls.database) return database;
    let limited = this.limitedDatabases.get(database);
    if (!limited) {
      limited = database.under((this.rights ??= rights.of(this.caller)));
      this.limitedDatabases.set(database, limited);
    }
    return limited;
  }
}
