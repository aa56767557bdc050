import { asc, getTableColumns, getTableName, sql, type InferSelectModel } from "drizzle-orm";
import { getTableConfig, type PgColumn, type PgTable } from "drizzle-orm/pg-core";
import type { Database } from "../database/database.js";

/** How a department finds its records by key: one statement for any number of keys. */
export interface Loader<Found> {
  /** For logs and counts: table and key column. */
  readonly name: string;
  /** PostgreSQL schema of the table, which tells whose database to ask. */
  readonly schema: string;
  /** Finds for each key, in the order of the keys. */
  load(database: Database, keys: readonly string[]): Promise<Found[]>;
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
    load: async (database, keys) =>
      (await all.load(database, keys)).map((records) => records.at(-1) ?? null),
  };
}

/** All records for a key in a stated order; empty where there are none. */
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
  return {
    name: `${getTableName(table)}.${key.name}`,
    schema: getTableConfig(table).schema ?? "public",
    async load(database, keys) {
      const rows = await database.drizzle
        .select()
        .from(table as PgTable)
        .where(sql`${key} = any(${sql.param(keys)})`)
        .orderBy(...order.map((column) => asc(column)));
      return keys.map(index(rows as Row<T>[], keyOf));
    },
  };
}

function propertyOf(table: PgTable, column: PgColumn): string {
  const entry = Object.entries(getTableColumns(table)).find(
    ([, candidate]) => candidate === column,
  );
  if (!entry) throw new Error(`${column.name} is no column of ${getTableName(table)}`);
  return entry[0];
}
