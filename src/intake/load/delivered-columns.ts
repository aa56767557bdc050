import { getTableColumns } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { quoted } from "../../database/quoted.js";
import { qualifiedName } from "../../database/qualified-name.js";
import { protectedColumns } from "../../sealing/sealed-rows.js";
import type { ClearRow } from "../mapping/file-mapping.js";
import type { OpenedFile } from "../reading/opened-file.js";

/** What a file says of its table's records, as SQL names it. */
export interface DeliveredColumns {
  readonly table: PgTable;
  readonly relation: string;
  /** Properties to copy, provenance among them. */
  readonly properties: readonly string[];
  readonly key: readonly string[];
  /** All that is copied. */
  readonly columns: readonly string[];
  /** What is compared to tell whether a record changed: all but the days. */
  readonly content: readonly string[];
  /** Those of the content that are sealed. */
  readonly sealed: readonly PgColumn[];
}

const DAYS = ["asOf", "fetchedAt"];
const PROVENANCE = ["originalSource", ...DAYS];

/** Never taken from a file. */
const OF_THE_HUB = new Set(["inDispute"]);

/**
 * The columns of a file: those that its headers stand for, those that follow from them, and
 * provenance. A column that the file does not have stays as it is in the database.
 * @param row the first good one, with its provenance
 */
export function deliveredColumns(file: OpenedFile, row: ClearRow): DeliveredColumns {
  const { table, key, columns: mapped } = file.mapping;
  const found = new Set(file.headers.map(({ property }) => property));
  const isDelivered = (property: string) =>
    Object.hasOwn(mapped, property) ? found.has(property) : Object.hasOwn(row, property);
  const all = getTableColumns(table) as Record<string, PgColumn>;
  const properties = Object.keys(all).filter(
    (property) =>
      !OF_THE_HUB.has(property) && (PROVENANCE.includes(property) || isDelivered(property)),
  );
  const named = (some: readonly string[]) =>
    some.map((property) => quoted((all[property] as PgColumn).name));
  return {
    table,
    relation: qualifiedName(table),
    properties,
    key: named(key),
    columns: named(properties),
    content: named(properties.filter((property) => !DAYS.includes(property))),
    sealed: protectedColumns(table).sealed.flatMap(([property, column]) =>
      properties.includes(property) ? [column] : [],
    ),
  };
}
