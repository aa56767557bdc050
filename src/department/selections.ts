import type { PgColumn } from "drizzle-orm/pg-core";
import type { Columns } from "./column-rights.js";
import type { Relation } from "./relation.js";
import { selectByKeys, type Selection } from "./select-by-keys.js";

/** The selections of a relation by one key: made once for each set of columns that callers may read. */
export function selectionsBy(
  relation: Relation,
  key: PgColumn,
  order: readonly PgColumn[],
): (columns: Columns) => Selection {
  const selections = new WeakMap<Columns, Selection>();
  return (columns) => {
    let selection = selections.get(columns);
    if (!selection) {
      selection = selectByKeys(relation, key, columns, readableOrder(order, columns));
      selections.set(columns, selection);
    }
    return selection;
  };
}

/** Where a column of the order may not be read, whatever else may be takes its place. */
function readableOrder(order: readonly PgColumn[], columns: Columns): readonly PgColumn[] {
  const readable = Object.values(columns);
  const known = order.filter(({ name }) => readable.some((column) => column.name === name));
  return known.length === order.length ? order : [...new Set([...known, ...readable])];
}
