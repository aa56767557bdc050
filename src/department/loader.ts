import { getTableName, type InferSelectModel } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "../database/database.js";
import type { Columns } from "./column-rights.js";
import { propertyOf, relationSchema } from "./relation.js";
import { selectionsBy } from "./selections.js";

/** How a department finds its records by key: one statement for any number of keys. */
export interface Loader<Found> {
  /** For logs and counts: table and key column. */
  readonly name: string;
  /** PostgreSQL schema of the table, which tells whose database to ask. */
  readonly schema: string;
  readonly table: PgTable;
  readonly key: PgColumn;
  /** Finds for each key, in the order of the keys; records hold the given columns alone. */
  load(database: Database, keys: readonly string[], columns: Columns): Promise<Found[]>;
}

type Row<T extends PgTable> = InferSelectModel<T>;

/** At most one record for a key; null where there is none. */
export function oneBy<T extends PgTable>(table: T, key: PgColumn): Loader<Row<T> | null> {
  return loaderOf(table, key, [], (rows, keyOf) => {
    const byKey = new Map(rows.map((row) => [keyOf(row), row]));
    return (wanted) => byKey.get(wanted) ?? null;
  });
}

/** Of a key's records the one that stands last in the order; null where there is none. */
export function latestBy<T extends PgTable>(
  table: T,
  key: PgColumn,
  order: PgColumn,
): Loader<Row<T> | null> {
  const all = manyBy(table, key, order);
  return {
    ...all,
    load: async (...question) =>
      (await all.load(...question)).map((records) => records.at(-1) ?? null),
  };
}

/**
 * All records for a key in a stated order; empty where there are none. Of the order only columns
 * that may be read count; records that it leaves equal stand in the order of what can be seen of them.
 */
export function manyBy<T extends PgTable>(
  table: T,
  key: PgColumn,
  ...order: PgColumn[]
): Loader<Row<T>[]> {
  return loaderOf(table, key, order, (rows, keyOf) => {
    const byKey = new Map<string, Row<T>[]>();
    for (const row of rows) {
      const group = byKey.get(keyOf(row));
      if (group) group.push(row);
      else byKey.set(keyOf(row), [row]);
    }
    return (wanted) => byKey.get(wanted) ?? [];
  });
}

function loaderOf<T extends PgTable, Found>(
  table: T,
  key: PgColumn,
  order: readonly PgColumn[],
  index: (rows: Row<T>[], keyOf: (row: Row<T>) => string) => (key: string) => Found,
): Loader<Found> {
  const property = propertyOf(table, key);
  const keyOf = (row: Row<T>) => (row as Record<string, string>)[property] as string;
  const selectionOf = selectionsBy(table, key, order);
  return {
    name: `${getTableName(table)}.${key.name}`,
    schema: relationSchema(table),
    table,
    key,
    async load(database, keys, columns) {
      const rows = await selectionOf(columns)(database, keys);
      return keys.map(index(rows as Row<T>[], keyOf));
    },
  };
}
