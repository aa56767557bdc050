import { getTableColumns, is } from "drizzle-orm";
import { PgArray, type PgColumn, type PgTable } from "drizzle-orm/pg-core";
import { isPersonKey, isSealed } from "../database/column-types.js";
import { primaryKey } from "../database/primary-key.js";
import { qualifiedName } from "../database/qualified-name.js";
import type { BatchPersons } from "./batch-persons.js";
import type { PersonKey } from "./person-keys.js";
import type { Sealed } from "./sealed-text.js";
import type { Sealing } from "./sealing.js";

type Row = Readonly<Record<string, unknown>>;

/** The columns of a table that never hold what they are about in clear, by property. */
export interface ProtectedColumns {
  readonly persons: readonly ProtectedColumn[];
  readonly sealed: readonly ProtectedColumn[];
}

type ProtectedColumn = readonly [property: string, column: PgColumn];

/** Which columns of a table are person keys, or lists of them, and which are sealed. */
export function protectedColumns(table: PgTable): ProtectedColumns {
  const columns = Object.entries(getTableColumns(table)) as [string, PgColumn][];
  return {
    persons: columns.filter(([, column]) =>
      isPersonKey(is(column, PgArray) ? column.baseColumn : column),
    ),
    sealed: columns.filter(([, column]) => isSealed(column)),
  };
}

/**
 * Turns rows in clear into rows as they rest: where the table has person keys, ID numbers become
 * them; what is sealed is sealed about its column and the row's `person`.
 * @param how repeatably, where the rows are compared with others
 */
export function rowSealer(
  table: PgTable,
  batch: BatchPersons,
  how: "seal" | "sealRepeatably" = "seal",
): (row: Row) => Record<string, unknown> {
  const { persons, sealed } = protectedColumns(table);
  if (persons.length === 0) return (row) => ({ ...row });
  return (row) => {
    const atRest: Record<string, unknown> = { ...row };
    for (const [property] of persons) {
      const value = row[property];
      if (typeof value === "string") atRest[property] = batch.keyOf(value);
      else if (Array.isArray(value))
        atRest[property] = (value as string[]).map((one) => batch.keyOf(one));
    }
    for (const [property, column] of sealed) {
      const value = row[property];
      if (typeof value !== "string") continue;
      atRest[property] = batch.sealing[how](value, aboutCell(column, String(atRest["person"])));
    }
    return atRest;
  };
}

/** What a sealed column of a row says; null where it says nothing. */
export function openCell(
  sealing: Sealing,
  column: PgColumn,
  sealed: Sealed | null,
  owner: PersonKey | string,
): string | null {
  return sealed === null ? null : sealing.open(sealed, aboutCell(column, owner));
}

/** A sealed text is good in its own column and for its own row's owner alone. */
export function aboutCell(column: PgColumn, owner: PersonKey | string): string {
  return `${qualifiedName(column.table)}.${column.name} of ${owner}`;
}

/** The column whose value a table's texts are sealed about: the person's, else the first of the key. */
export function ownerColumn(table: PgTable): PgColumn {
  const columns = getTableColumns(table) as Record<string, PgColumn>;
  const owner = columns["person"] ?? primaryKey(table)[0];
  if (!owner) throw new Error(`${qualifiedName(table)} has no key to seal about`);
  return owner;
}
