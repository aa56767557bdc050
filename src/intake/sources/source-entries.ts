import { getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { ownTable } from "../../department/record-origin.js";
import type { Subgraph } from "../../department/subgraph.js";
import type { Parameters } from "../../verification/parameters/parameters.js";
import { SOURCES, type SourceName } from "../../verification/reading/sources.js";

/** A table of a department that is filled from outside the hub. */
export interface SourceEntry {
  /** Kind of file, unique within the department; the table's name where no file is declared. */
  readonly kind: string;
  /** Official title, in Chinese. */
  readonly title: string;
  readonly table: PgTable;
  /** Types of its records. */
  readonly types: readonly string[];
}

/** A department's sources: one for each kind of file that it delivers, or for each table of records where it declares none. */
export function sourceEntries({ definition, schema }: Subgraph): readonly SourceEntry[] {
  const types = new Map<PgTable, string[]>();
  for (const [type, record] of Object.entries(definition.records)) {
    const table = ownTable(record);
    if (table) types.set(table, [...(types.get(table) ?? []), type]);
  }
  if (definition.files && definition.files.length > 0) {
    return definition.files.map(({ kind, title, table }) => {
      return { kind, title, table, types: types.get(table) ?? [] };
    });
  }
  return Array.from(types, ([table, names]) => {
    const [description = ""] = schema.getType(names[0] ?? "")?.description?.split(/[。：\n]/) ?? [];
    return { kind: getTableName(table), title: description, table, types: names };
  });
}

/** Days after which a source is too old, the least of its records'; null where no parameter says so. */
export function maximumAge(
  { types }: SourceEntry,
  { sourceMaximumAgeDays }: Pick<Parameters, "sourceMaximumAgeDays">,
): number | null {
  const ages = (Object.keys(SOURCES) as SourceName[])
    .filter((name) => types.includes(SOURCES[name].record))
    .map((name) => sourceMaximumAgeDays[name]);
  return ages.length === 0 ? null : Math.min(...ages);
}
