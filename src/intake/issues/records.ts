import { and, eq, getTableColumns, sql, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { isPersonKey, isSealed } from "../../database/column-types.js";
import type { Database } from "../../database/database.js";
import { primaryKey } from "../../database/primary-key.js";
import type { DepartmentDefinition } from "../../department/define.js";
import { ownTable } from "../../department/record-origin.js";
import { HubError } from "../../errors.js";
import type { PersonKey } from "../../sealing/person-keys.js";
import { partsOf, type DisputedRecord } from "./disputed-record.js";

/** One record of a department, by its primary key. */
export interface RecordKey {
  readonly table: PgTable;
  readonly person: PersonKey | null;
  readonly householdId: string | null;
  /** The primary key without the person, by column. */
  readonly key: Readonly<Record<string, string>>;
}

type Columns = Readonly<Record<string, PgColumn>>;

/**
 * Finds the one record that is in dispute and keeps everybody else from changing it until the
 * transaction ends.
 * @throws HubError BAD_USER_INPUT where there is none, or more than one
 */
export async function lockDisputed(
  { drizzle }: Database,
  definition: DepartmentDefinition,
  disputed: DisputedRecord,
): Promise<RecordKey> {
  const table = tableOf(definition, disputed.coordinate);
  const columns: Columns = getTableColumns(table);
  const subject = subjectColumn(table, disputed.person === null ? "household" : "person");
  const keys = keyColumns(table);
  const household = columns["householdId"];
  const rows = await drizzle
    .select({
      ...Object.fromEntries(keys.map((column) => [column.name, sql<string>`${column}::text`])),
      ...(columns["person"] ? { person: columns["person"] } : {}),
      ...(household ? { household } : {}),
    })
    .from(table)
    .where(
      and(
        eq(subject, disputed.person ?? disputed.householdId),
        ...disputed.where.map(({ field, value }) => says(columns[field], field, value)),
      ),
    )
    .for("update");
  const [row, ...others] = rows as Record<string, string>[];
  if (!row) throw refused("input.record", "the owner has no such record");
  if (others.length > 0) {
    throw refused(
      "input.record",
      `${rows.length} records answer to this: name the one by its fields`,
    );
  }
  return {
    table,
    person: row["person"] ?? null,
    householdId: row["household"] ?? disputed.householdId,
    key: Object.fromEntries(keys.map(({ name }) => [name, row[name] as string])),
  };
}

/** The table of the record type that a coordinate names. @throws HubError BAD_USER_INPUT for one of another department. */
export function tableOf({ records }: DepartmentDefinition, coordinate: string): PgTable {
  const [type] = partsOf(coordinate);
  const record = Object.hasOwn(records, type) ? records[type] : undefined;
  if (!record) throw refused("input.coordinate", "it is no field of a record");
  const table = ownTable(record);
  if (table) return table;
  throw refused(
    "input.coordinate",
    "its records stand in the department's own system: raise it there",
  );
}

/** The rows of a table that are a record: one, or none where it is gone. */
export function isRecord({ table, person, key }: Omit<RecordKey, "householdId">): SQL | undefined {
  const owner = personInKey(table);
  return and(
    ...(owner ? [eq(owner, person)] : []),
    ...keyColumns(table).map((column) => sql`${column}::text = ${key[column.name]}`),
  );
}

/** The columns of a table's primary key without the person. */
export function keyColumns(table: PgTable): PgColumn[] {
  return primaryKey(table).filter((column) => !isPersonKey(column));
}

/** The person of a table's primary key. */
export function personInKey(table: PgTable): PgColumn | undefined {
  return primaryKey(table).find(isPersonKey);
}

/** The column by which records are found: the person, the household, or a household's own key. */
function subjectColumn(table: PgTable, of: "person" | "household"): PgColumn {
  const columns: Columns = getTableColumns(table);
  if (of === "person") {
    const { person } = columns;
    if (person) return person;
    throw refused("input.idNumber", "such a record is found by householdId");
  }
  const [own] = keyColumns(table);
  const column = columns["householdId"] ?? (columns["person"] ? undefined : own);
  if (column) return column;
  throw refused("input.householdId", "such a record is found by idNumber");
}

function says(column: PgColumn | undefined, field: string, value: string): SQL {
  if (column && !isSealed(column) && !isPersonKey(column)) return sql`${column}::text = ${value}`;
  throw refused("input.record", `${field} tells no record apart`);
}

function refused(argument: string, message: string): HubError {
  return new HubError("BAD_USER_INPUT", message, { argument });
}
