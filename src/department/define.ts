import { is } from "drizzle-orm";
import { PgTable, PgView, type PgColumn } from "drizzle-orm/pg-core";
import type { SeedProjection } from "../county/seed-projection.js";
import type { Database } from "../database/database.js";
import type { FileMapping } from "../intake/mapping/file-mapping.js";
import type { RequestContext } from "./context.js";
import { schemaOf, type DepartmentIdentity } from "./identity.js";
import type { HttpService } from "./live/http-service.js";
import type { OperationContext } from "./operation-context.js";
import { relationName, relationSchema } from "./relation.js";

type Class = abstract new (...args: never[]) => object;

/** How a department knows an entity that several departments contribute fields to. */
export interface EntityDefinition<Source = never> {
  /** The key in a source object: a person key, a household id. */
  key(source: Source): string;
  /** The source object for a key; null where the department does not know it. */
  find(key: string, context: RequestContext): unknown;
  /**
   * The division code a source object belongs to. Only the entity's home department says so: there
   * every object on its way out is checked against the caller's jurisdiction, and references are
   * made only for those that pass.
   */
  division?(source: Source): string | null;
}

/**
 * An entity that concerns no person, so that its keys may travel as they are: any router finds it by
 * them, without a sealed reference.
 */
export interface OpenEntityDefinition {
  /**
   * The source object for a representation: its keys, and what `@requires` brings along; null where
   * the department does not know it.
   */
  find(representation: Readonly<Record<string, unknown>>, context: OperationContext): unknown;
}

/** A directive of a department's own that composition carries into the supergraph. */
export interface ComposedDirective {
  /** Name with its @. */
  readonly name: string;
  /** Address of its specification, with the version. */
  readonly url: string;
  /** Its definition, `directive @name on OBJECT`. */
  readonly definition: string;
}

/** The persons a record concerns, by their keys, where the record itself names none: a household's members. */
export type FindSubjects = (record: object, context: RequestContext) => Promise<readonly string[]>;

/** Keeps what verifications concluded, each in place of the household's earlier one. */
export type KeepConclusions = (
  database: Database,
  conclusions: readonly VerificationConclusion[],
) => Promise<void>;

/** What a verification concluded about a household. */
export interface VerificationConclusion {
  /** Number of the report. */
  readonly number: string;
  readonly householdId: string;
  readonly outcome: string;
  /** Null where it could not be computed. */
  readonly incomeBand: string | null;
  readonly completedOn: string;
  readonly validUntil: string;
}

/** The table behind a record type, where more than its columns is to be said. */
export interface RecordTable {
  readonly table: PgTable;
  /** Columns that whoever reads or reaches a record needs, although a field of their own declares them: keys. */
  readonly always?: readonly PgColumn[];
  /** The division that the record belongs to: a caller elsewhere does not see the row. */
  readonly division?: PgColumn;
}

/**
 * Where the records of a type are: in a table of the hub's making, in a view or foreign table that
 * the department's own system shows, or with an HTTP service of it. A live source, which the last
 * two are, has neither migrations nor seed: the hub makes nothing and keeps nothing of it.
 */
export type RecordSource = PgTable | RecordTable | PgView | HttpService;

/** Everything the hub needs to know about a department. */
export interface DepartmentDefinition {
  readonly identity: DepartmentIdentity;
  /** type-graphql resolver classes. */
  readonly resolvers: readonly (new () => object)[];
  /** Object types that no root field of this department reaches. */
  readonly types: readonly Class[];
  readonly entities: Readonly<Record<string, EntityDefinition>>;
  /** Entities without a person, by type. */
  readonly openEntities?: Readonly<Record<string, OpenEntityDefinition>>;
  /** Directives of its own on its types. */
  readonly composedDirectives?: readonly ComposedDirective[];
  /** Whose consent a record without a `person` needs; nobody's consent is enough without it. */
  readonly subjects?: FindSubjects;
  /** What the properties of record types are columns of, or properties that a service answers, by type. */
  readonly records: Readonly<Record<string, RecordSource>>;
  /** The department's tables; none where all its sources are live. */
  readonly tables: readonly PgTable[];
  /** Folder of its migrations; unless said otherwise `migrations/<slug>`, generated, and none without tables. */
  readonly migrations?: string;
  /** Keeps the conclusions of verifications; at home in households. */
  readonly conclude?: KeepConclusions;
  /** The kinds of files that the department delivers, one for each table that is filled from files. */
  readonly files?: readonly FileMapping[];
  /** How a household of the demonstration county becomes this department's rows. */
  readonly seed: readonly SeedProjection[];
}

/**
 * Declares a department from its folder's parts; what its tables module exports beside tables is left out.
 * @throws Error for a view in another PostgreSQL schema than the department's, where no role gets rights.
 */
export function defineDepartment(
  parts: Omit<DepartmentDefinition, "tables"> & { readonly tables: object },
): DepartmentDefinition {
  const tables = Object.values(parts.tables).filter((part): part is PgTable => is(part, PgTable));
  const schema = schemaOf(parts.identity);
  for (const view of Object.values(parts.records).filter((record) => is(record, PgView))) {
    if (relationSchema(view) === schema) continue;
    throw new Error(`the view ${relationName(view)} is not in the schema ${schema}`);
  }
  return { ...parts, tables };
}
