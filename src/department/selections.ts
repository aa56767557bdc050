import type { PgColumn } from "drizzle-orm/pg-core";
import type { Columns } from "./column-rights.js";
import { propertyOf, type Relation } from "./relation.js";
import { selectByKeys, type Selection } from "./select-by-keys.js";
import type { Selected } from "./selected-columns.js";

/** The selections of a relation by one key: made once for each set of columns that is selected. */
export function selectionsBy(
  relation: Relation,
  key: PgColumn,
  order: readonly PgColumn[],
): (selected: Selected) => Selection {
  const property = propertyOf(relation, key);
  const selections = new WeakMap<Selected, Selection>();
  return (selected) => {
    let selection = selections.get(selected);
    if (!selection) {
      const { readable, together } = selected;
      const columns = withKey(selected, property);
      selection = selectByKeys(
        { relation, key, columns, together },
        readableOrder(order, readable),
      );
      selections.set(selected, selection);
    }
    return selection;
  };
}

/** The columns with the key, by which rows are told apart. */
function withKey({ columns, readable }: Selected, property: string): Columns {
  const key = readable[property];
  return key ? { [property]: key, ...columns } : columns;
}

/** Where a column of the order may not be read, whatever else may be takes its place. */
function readableOrder(order: readonly PgColumn[], columns: Columns): readonly PgColumn[] {
  const readable = Object.values(columns);
  const known = order.filter(({ name }) => readable.some((column) => column.name === name));
  return known.length === order.length ? order : [...new Set([...known, ...readable])];
}
