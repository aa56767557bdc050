import { getNamedType, isObjectType, type GraphQLField, type GraphQLSchema } from "graphql";
import { getTableColumns, is } from "drizzle-orm";
import { PgTable, type PgColumn } from "drizzle-orm/pg-core";
import { readableCoordinates, type Standing } from "../policy/decide.js";
import type { Policy } from "../policy/policy.js";
import type { DepartmentDefinition, RecordTable } from "./define.js";
import { GOVERNANCE, type Governance } from "./governed.js";

/** One column, and the fields any of which needs it. */
export interface ColumnUse {
  readonly table: PgTable;
  readonly column: PgColumn;
  /** Name of the column in the table's row objects. */
  readonly property: string;
  readonly neededBy: readonly string[];
}

/** Columns by their names in row objects: what drizzle selects. */
export type Columns = Readonly<Record<string, PgColumn>>;

/**
 * What each column of a department's tables is needed for. A column that a field declares is needed
 * by that field alone; keys, provenance and whatever no field declares by every field that reads or
 * leads to such a record.
 * @throws Error for a field without resolver whose type's table has no such column.
 */
export function columnUses(
  schema: GraphQLSchema,
  { records, tables }: DepartmentDefinition,
): ColumnUse[] {
  const declared = declaredColumns(schema, records);
  const always = new Map<PgColumn, string>();
  const typeOf = new Map<PgTable, string>();
  for (const [type, record] of Object.entries(records)) {
    const { table, always: columns = [], division } = recordTable(record);
    typeOf.set(table, type);
    for (const column of division ? [...columns, division] : columns) always.set(column, type);
  }
  return tables.flatMap((table) =>
    Object.entries(getTableColumns(table)).map(([property, column]) => {
      const type = typeOf.get(table);
      const fields = declared.get(column);
      const shared = fields === undefined || always.has(column);
      const reach = shared && type !== undefined ? leadingTo(schema, type) : [];
      return { table, column, property, neededBy: [...(fields ?? []), ...reach] };
    }),
  );
}

/** A department's declaration of a record's table in its long form. */
export function recordTable(record: PgTable | RecordTable): RecordTable {
  return is(record, PgTable) ? { table: record } : record;
}

function declaredColumns(
  schema: GraphQLSchema,
  records: DepartmentDefinition["records"],
): Map<PgColumn, string[]> {
  const declared = new Map<PgColumn, string[]>();
  for (const { type, field, governance } of governedFields(schema)) {
    const record = Object.hasOwn(records, type) ? records[type] : undefined;
    for (const column of columnsRead(type, field, governance, record)) {
      declared.set(column, [...(declared.get(column) ?? []), `${type}.${field.name}`]);
    }
  }
  return declared;
}

function columnsRead(
  type: string,
  field: GraphQLField<unknown, unknown>,
  governance: Governance & { readonly kind: "governed" },
  record: PgTable | RecordTable | undefined,
): readonly PgColumn[] {
  if (field.resolve || record === undefined) return governance.reads ?? [];
  const column = getTableColumns(recordTable(record).table)[field.name] as PgColumn | undefined;
  if (!column) throw new Error(`${type}.${field.name} has neither a resolver nor a column`);
  return [column];
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

function* governedFields(schema: GraphQLSchema) {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const governance = field.extensions[GOVERNANCE] as Governance | undefined;
      if (governance?.kind === "governed") yield { type: type.name, field, governance };
    }
  }
}

/** Which columns a department may have selected under a duty, worked out once for each. */
export class ColumnRights {
  private readonly known = new Map<string, ReadonlyMap<PgTable, Columns>>();

  constructor(
    private readonly policy: Policy,
    private readonly uses: readonly ColumnUse[],
  ) {}

  /** The readable columns of each table; a table of which nothing may be read is not in it. */
  readable(standing: Standing): ReadonlyMap<PgTable, Columns> {
    const key = `${standing.department}|${standing.duty}|${standing.date}`;
    let tables = this.known.get(key);
    if (!tables) {
      tables = this.decide(standing);
      if (this.known.size >= MAXIMUM_REMEMBERED) this.known.clear();
      this.known.set(key, tables);
    }
    return tables;
  }

  private decide(standing: Standing): Map<PgTable, Columns> {
    const readable = readableCoordinates(this.policy, standing);
    const tables = new Map<PgTable, Record<string, PgColumn>>();
    for (const { table, property, column, neededBy } of this.uses) {
      if (!neededBy.some((coordinate) => readable.has(coordinate))) continue;
      const columns = tables.get(table) ?? {};
      columns[property] = column;
      tables.set(table, columns);
    }
    return tables;
  }
}

/** More than all departments times all duties of a day; a new day starts over. */
const MAXIMUM_REMEMBERED = 4096;
