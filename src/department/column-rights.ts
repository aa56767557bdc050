import { getNamedType, isObjectType, type GraphQLField, type GraphQLSchema } from "graphql";
import { getTableName } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { isPersonKey } from "../database/column-types.js";
import { readableCoordinates, type Standing } from "../policy/decide.js";
import type { Policy } from "../policy/policy.js";
import type { DepartmentDefinition } from "./define.js";
import { GOVERNANCE, type Governance } from "./governed.js";
import type { HttpService } from "./live/http-service.js";
import { provenanceColumns } from "./provenance-columns.js";
import { relationRecords, serviceRecords, type RelationRecord } from "./record-origin.js";
import { relationColumns, type Relation } from "./relation.js";

/** A part of what records come from, and the fields any of which needs it. */
interface Use<Origin, Part> {
  readonly origin: Origin;
  readonly part: Part;
  /** Name of the part in record objects. */
  readonly property: string;
  readonly neededBy: readonly string[];
}

/** One column of a table or view. */
export interface ColumnUse extends Use<Relation, PgColumn> {
  /** The fields that alone read it; null where anything may that comes by such a record. */
  readonly readBy: readonly string[] | null;
}

/** One property of what a service answers. */
export type PropertyUse = Use<HttpService, string>;

/** Columns by their names in row objects: what drizzle selects. */
export type Columns = Readonly<Record<string, PgColumn>>;

/** Properties of what a service answers, each by its name. */
export type Properties = Readonly<Record<string, string>>;

/**
 * What each column of a department's tables and views is needed for. A column that a field declares
 * is needed by that field alone; keys, provenance and whatever no field declares by every field that
 * reads or leads to such a record.
 * @throws Error for a field without resolver whose type's table has no such column.
 */
export function columnUses(
  schema: GraphQLSchema,
  { records, tables }: DepartmentDefinition,
): ColumnUse[] {
  const known = relationRecords(records);
  const declared = declaredColumns(schema, known);
  const always = known.flatMap(({ always: keys, division }) =>
    [...keys, ...(division ? [division] : [])].map(placeOf),
  );
  const typeOf = new Map(known.map(({ relation, type }) => [relation, type]));
  return [...new Set([...tables, ...typeOf.keys()])].flatMap((origin) =>
    Object.entries(relationColumns(origin)).map(([property, part]) => {
      const place = placeOf(part);
      const type = typeOf.get(origin);
      const fields = declared.get(place);
      const shared = fields === undefined || always.includes(place);
      const reach = shared && type !== undefined ? leadingTo(schema, type) : [];
      const neededBy = [...(fields ?? []), ...reach];
      const readBy = soleReaders({ origin, part, property, neededBy }, type, shared);
      return { origin, part, property, neededBy, readBy };
    }),
  );
}

const PROVENANCE = Object.keys(provenanceColumns());

/** The fields that alone read a column; null for keys and for columns of no record type: whatever comes by such a row may. */
function soleReaders(
  { part, property, neededBy }: Use<Relation, PgColumn>,
  type: string | undefined,
  shared: boolean,
): readonly string[] | null {
  if (type === undefined || isPersonKey(part)) return null;
  if (!shared) return neededBy;
  return PROVENANCE.includes(property) ? [`${type}.provenance`] : null;
}

/**
 * What each property that a department's services answer is needed for, by the same rule.
 * @throws Error for a field without resolver whose type's service answers no such property.
 */
export function propertyUses(
  schema: GraphQLSchema,
  { records }: DepartmentDefinition,
): PropertyUse[] {
  return serviceRecords(records).flatMap(([type, origin]) => {
    const fields = governedFields(schema)
      .filter(({ type: on, field }) => on === type && !field.resolve)
      .map(({ field }) => field.name);
    const missing = fields.find((name) => !origin.properties.includes(name));
    if (missing !== undefined) {
      throw new Error(`${type}.${missing} has neither a resolver nor a property of ${origin.name}`);
    }
    return origin.properties.map((property) => ({
      origin,
      part: property,
      property,
      neededBy: fields.includes(property) ? [`${type}.${property}`] : leadingTo(schema, type),
    }));
  });
}

/** One text for a column of a department, whichever object stands for it: a view makes many. */
const placeOf = ({ table, name }: PgColumn): string => `${getTableName(table)}.${name}`;

function declaredColumns(
  schema: GraphQLSchema,
  records: readonly RelationRecord[],
): Map<string, string[]> {
  const declared = new Map<string, string[]>();
  for (const { type, field, governance } of governedFields(schema)) {
    const record = records.find((candidate) => candidate.type === type);
    for (const place of placesRead(type, field, governance, record)) {
      declared.set(place, [...(declared.get(place) ?? []), `${type}.${field.name}`]);
    }
  }
  return declared;
}

function placesRead(
  type: string,
  field: GraphQLField<unknown, unknown>,
  { reads = [] }: Governance & { readonly kind: "governed" },
  record: RelationRecord | undefined,
): readonly string[] {
  if (field.resolve || record === undefined) return reads.map(placeOf);
  const column = relationColumns(record.relation)[field.name];
  if (!column) throw new Error(`${type}.${field.name} has neither a resolver nor a column`);
  return [placeOf(column)];
}

/** Fields that read a record of the type, or lead to one. */
function leadingTo(schema: GraphQLSchema, wanted: string): string[] {
  const coordinates: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const reads = type.name === wanted && field.extensions[GOVERNANCE] !== undefined;
      const governance = field.extensions[GOVERNANCE] as Governance | undefined;
      const leads = getNamedType(field.type).name === wanted;
      if (leads || (reads && governance?.kind === "governed")) {
        coordinates.push(`${type.name}.${field.name}`);
      }
    }
  }
  return coordinates;
}

interface GovernedField {
  readonly type: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly governance: Governance & { readonly kind: "governed" };
}

function governedFields(schema: GraphQLSchema): GovernedField[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith("__"))
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type: type.name, field })))
    .flatMap(({ type, field }) => {
      const governance = field.extensions[GOVERNANCE] as Governance | undefined;
      return governance?.kind === "governed" ? [{ type, field, governance }] : [];
    });
}

/** Which parts of records a department may have under a duty, worked out once for each. */
export class RecordRights<Origin, Part> {
  private readonly known = new Map<string, ReadonlyMap<Origin, Readonly<Record<string, Part>>>>();

  constructor(
    private readonly policy: Policy,
    private readonly uses: readonly Use<Origin, Part>[],
  ) {}

  /** The readable parts of each origin; one of which nothing may be read is not in it. */
  readable(standing: Standing): ReadonlyMap<Origin, Readonly<Record<string, Part>>> {
    const key = `${standing.department}|${standing.duty}|${standing.date}`;
    let origins = this.known.get(key);
    if (!origins) {
      origins = this.decide(standing);
      if (this.known.size >= MAXIMUM_REMEMBERED) this.known.clear();
      this.known.set(key, origins);
    }
    return origins;
  }

  private decide(standing: Standing): Map<Origin, Record<string, Part>> {
    const readable = readableCoordinates(this.policy, standing);
    const origins = new Map<Origin, Record<string, Part>>();
    for (const { origin, property, part, neededBy } of this.uses) {
      if (!neededBy.some((coordinate) => readable.has(coordinate))) continue;
      const parts = origins.get(origin) ?? {};
      parts[property] = part;
      origins.set(origin, parts);
    }
    return origins;
  }
}

/** Which columns a department may have selected under a duty. */
export type ColumnRights = RecordRights<Relation, PgColumn>;

/** Which properties of what services answer a department may have under a duty. */
export type PropertyRights = RecordRights<HttpService, string>;

/** More than all departments times all duties of a day; a new day starts over. */
const MAXIMUM_REMEMBERED = 4096;
