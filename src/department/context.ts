import DataLoader from "dataloader";
import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { GraphQLError } from "graphql";
import type { Database } from "../database/database.js";
import type { SessionRights } from "../database/session-rights.js";
import type { Runs } from "../casework/runs/runs.js";
import type { Casework } from "../casework/casework.js";
import type { Caller } from "../identity/caller.js";
import type { SealedReferences } from "../identity/sealed-references.js";
import type { ChainRecord } from "../audit/chain.js";
import type { HistoryPage } from "../audit/subject-history.js";
import { HubError } from "../errors.js";
import { ConsentCheck } from "../identity/consent/consent-check.js";
import { consentsInForce } from "../identity/consent/consents-in-force.js";
import { readableCoordinates } from "../policy/decide.js";
import { readCoordinates, type Policy } from "../policy/policy.js";
import { consentRequired, isSameBody } from "../policy/register/register.js";
import { openCell } from "../sealing/sealed-rows.js";
import type { PersonKey } from "../sealing/person-keys.js";
import type { Sealed } from "../sealing/sealed-text.js";
import type { Sealing } from "../sealing/sealing.js";
import type { ColumnRights } from "./column-rights.js";
import type { DatabaseRights } from "./database-rights.js";
import type { DepartmentIdentity } from "./identity.js";
import type { FindDivision } from "./find-division.js";
import { markHiddenRows } from "./hidden-rows.js";
import type { Loader } from "./loader.js";
import type { Walls } from "./walls.js";
import { sourceUnavailable } from "./source-unavailable.js";

/** A department's records as this process reaches them. */
export interface Source {
  readonly department: DepartmentIdentity;
  readonly database: Database;
}

/** What every request shares. */
export interface Resources {
  /** The sources by their PostgreSQL schema. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly references: SealedReferences;
  /** What data at rest is kept with. */
  readonly sealing: Sealing;
  readonly columns: ColumnRights;
  readonly rights: DatabaseRights;
  /** The policy in force. */
  readonly policy: () => Policy;
  /** The hub's own database, where consents are kept. */
  readonly hub: Source;
  readonly walls: Walls;
  readonly divisionOf: FindDivision;
  /** A person's access history, newest first. */
  readonly accessHistory: (idNumber: string, page: HistoryPage) => Promise<readonly ChainRecord[]>;
  /** What verifications are kept and worked on with. */
  readonly casework: Casework;
  /** Re-verifications. */
  readonly runs: Runs;
  /** Milliseconds a source may take for one batch of look-ups. */
  readonly sourceTimeout: number;
  /** Is told of a source's failure; the caller only learns that the source did not answer. */
  readonly onSourceFailure: (department: string, error: unknown) => void;
}

/** One request on its way through the departments. Nothing in it outlives or crosses requests. */
export class RequestContext {
  private readonly loaders = new Map<Loader<unknown>, DataLoader<string, unknown>>();
  private readonly sealed = new Map<string, string>();
  private refusal: readonly GraphQLError[] | undefined;
  private readonly dutyNeedsConsent: boolean;
  private readonly consentNeeded = new Map<string, boolean>();
  private covered = false;
  private readable: ReadonlySet<string> | undefined;

  /** Whose data this request draws on: person keys, and other entities by type and key. */
  readonly concerned = new Set<string>();

  private rights: SessionRights | undefined;

  /** Who consented to this request's duty. */
  readonly consents = new ConsentCheck((persons) =>
    this.askHub((database) =>
      consentsInForce(database, persons, this.caller.duty, this.caller.date),
    ),
  );

  constructor(
    readonly caller: Caller,
    readonly resources: Resources,
    /** Id of the request's audit record; the log knows the request by it. */
    readonly audit: string,
  ) {
    this.dutyNeedsConsent =
      resources.walls.rows && consentRequired(resources.policy().register, caller.duty);
  }

  /** Why the operation was refused whole; undefined while it was not. */
  get refused(): readonly GraphQLError[] | undefined {
    return this.refusal;
  }

  /** Whether a decision covers every field of the operation, so that none needs asking again. */
  get allowed(): boolean {
    return this.covered;
  }

  /** Remembers that the decision on the whole operation allowed it. */
  allow(): void {
    this.covered = true;
  }

  /** Refuses the operation whole. */
  refuse(errors: readonly GraphQLError[]): void {
    this.refusal = [...(this.refusal ?? []), ...errors];
  }

  /** Whether the caller may read a field. */
  mayRead(coordinate: string): boolean {
    this.readable ??= readableCoordinates(this.resources.policy(), this.caller);
    return this.readable.has(coordinate);
  }

  /** Whether the value of a key, which the database gives to whoever reaches its record, may leave. */
  mayDisclose(coordinate: string): boolean {
    return this.covered || !this.resources.walls.database || this.mayRead(coordinate);
  }

  /** What is read by using these input fields to filter or order. */
  readBy(inputs: readonly string[]): string[] {
    return readCoordinates(this.resources.policy(), inputs);
  }

  /** Whether this request needs the person's consent for a FINANCIAL or HEALTH field of this owner. */
  needsConsent(owner: string): boolean {
    if (!this.dutyNeedsConsent) return false;
    let needed = this.consentNeeded.get(owner);
    if (needed === undefined) {
      const { register } = this.resources.policy();
      needed = !isSameBody(register, owner, this.caller.department);
      this.consentNeeded.set(owner, needed);
    }
    return needed;
  }

  /**
   * Finds by key; look-ups of one tick share a statement.
   * @throws HubError SOURCE_UNAVAILABLE when the department's source fails or is late.
   */
  load<Found>(loader: Loader<Found>, key: string): Promise<Found> {
    let batched = this.loaders.get(loader);
    if (!batched) {
      batched = new DataLoader((keys) => this.find(loader, keys));
      this.loaders.set(loader, batched);
    }
    return batched.load(key) as Promise<Found>;
  }

  /**
   * The columns of a table that this request may select, by type all of them: a field that is
   * allowed to run has those it needs.
   * @throws Error where it may select none.
   */
  columnsOf<T extends PgTable>(table: T): ReturnType<typeof getTableColumns<T>> {
    if (!this.resources.walls.database) return getTableColumns(table);
    const columns = this.resources.columns.readable(this.caller).get(table);
    if (!columns) throw new Error(`no column of ${getTableName(table)} may be selected`);
    return columns as ReturnType<typeof getTableColumns<T>>;
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
    return this.patiently(source, question(this.limited(source.database)));
  }

  /**
   * Asks the hub's own database.
   * @throws HubError SOURCE_UNAVAILABLE when it fails or is late.
   */
  askHub<T>(question: (database: Database) => Promise<T>): Promise<T> {
    return this.patiently(this.resources.hub, question(this.resources.hub.database));
  }

  private find<Found>(loader: Loader<Found>, keys: readonly string[]): Promise<Found[]> {
    const { rights, walls } = this.resources;
    const source = this.sourceOf(loader.schema);
    const find = async () => {
      const columns = this.columnsOf(loader.table);
      const found = await loader.load(this.limited(source.database), keys, columns);
      return walls.database && rights.hidesRows(loader.table, source.database)
        ? markHiddenRows(source.database, loader, keys, found)
        : found;
    };
    return this.patiently(source, find());
  }

  private sourceOf(schema: string): Source {
    const source = this.resources.sources.get(schema);
    if (!source) throw new Error(`no source serves the schema ${schema}`);
    return source;
  }

  /** The database as this caller's statements see it. */
  private limited(database: Database): Database {
    const { walls, rights } = this.resources;
    return walls.database ? database.under((this.rights ??= rights.of(this.caller))) : database;
  }

  private async patiently<T>(source: Source, answer: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`no answer within ${this.resources.sourceTimeout} ms`)),
        this.resources.sourceTimeout,
      );
    });
    try {
      return await Promise.race([answer, late]);
    } catch (error) {
      if (error instanceof HubError) throw error;
      this.resources.onSourceFailure(source.department.name, error);
      throw sourceUnavailable(source.department, error);
    } finally {
      clearTimeout(timer);
    }
  }
}
