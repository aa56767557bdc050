import { getTableName, type InferSelectModel } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "../database/database.js";
import type { Keys } from "./keys.js";
import { propertyOf, relationSchema } from "./relation.js";
import type { Selected } from "./selected-columns.js";
import { selectionsBy } from "./selections.js";

/** How a department finds its records by key: one statement for any number of keys. */
export interface Loader<Found> {
  /** For logs and counts: table and key column. */
  readonly name: string;
  /** PostgreSQL schema of the table, which tells whose database to ask. */
  readonly schema: string;
  readonly table: PgTable;
  readonly key: PgColumn;
  /** Finds for each key, in the order of the keys; records hold the key and the selected columns alone. */
  load(database: Database, keys: Keys, selected: Selected): Promise<Found[]>;
}

type Row<T extends PgTable> = InferSelectModel<T>;

/** At most one record for a key; null where there is none. */
export function oneBy<T extends PgTable>(table: T, key: PgColumn): Loader<Row<T> | null> {
  return loaderOf<T, Row<T> | null>(table, key, [], null, (_before, row) => row);
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
  // Whoever has no records has this list, so nobody may change it.
  const none = Object.freeze([]) as unknown as Row<T>[];
  return loaderOf<T, Row<T>[]>(table, key, order, none, (before, row) => {
    if (before === none) return [row];
    before.push(row);
    return before;
  });
}

/** @param none what there is for a key without records @param add what there is with one record more */
function loaderOf<T extends PgTable, Found>(
  table: T,
  key: PgColumn,
  order: readonly PgColumn[],
  none: Found,
  add: (before: Found, row: Row<T>) => Found,
): Loader<Found> {
  const property = propertyOf(table, key);
  const selectionOf = selectionsBy(table, key, order);
  return {
    name: `${getTableName(table)}.${key.name}`,
    schema: relationSchema(table),
    table,
    key,
    async load(database, keys, selected) {
      const rows = await selectionOf(selected)(database, keys.list);
      const found = new Array<Found>(keys.list.length).fill(none);
      for (const row of rows) {
        const place = keys.placeOf(row[property] as string);
        if (place !== undefined) found[place] = add(found[place] as Found, row as Row<T>);
      }
      return found;
    },
  };
}
