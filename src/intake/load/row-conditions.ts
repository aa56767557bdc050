import type { DeliveredColumns } from "./delivered-columns.js";

/** Whether two rows have the same key, as SQL; `left` and `right` are their tables' names in the statement. */
export function sameKey(key: readonly string[], left: string, right: string): string {
  return key.map((column) => `${left}.${column} = ${right}.${column}`).join(" and ");
}

/** Whether two rows differ in any of some columns, as SQL. */
export function differs(columns: readonly string[], left: string, right: string): string {
  if (columns.length === 0) return "false";
  const row = (table: string) => columns.map((column) => `${table}.${column}`).join(", ");
  return `(${row(left)}) is distinct from (${row(right)})`;
}

/** The records of a table and the rows of a file that have a key in common, as SQL. */
export function matched({ relation, key }: DeliveredColumns, rows: string): string {
  return `${relation} old join ${rows} new on ${sameKey(key, "old", "new")}`;
}
