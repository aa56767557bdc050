import { getTableColumns, getTableName, is } from "drizzle-orm";
import {
  getTableConfig,
  getViewConfig,
  PgTable,
  type PgColumn,
  type PgView,
} from "drizzle-orm/pg-core";
import type { Columns } from "./column-rights.js";

/**
 * What records are selected from: a table of the department's own, or an existing view, which may
 * as well be a foreign table, of the department's own system.
 */
export type Relation = PgTable | PgView;

const columnsOfViews = new WeakMap<PgView, Columns>();

/** A relation's columns by their names in row objects, the same objects each time. */
export function relationColumns(relation: Relation): Columns {
  if (is(relation, PgTable)) return getTableColumns(relation);
  let columns = columnsOfViews.get(relation);
  if (!columns) {
    // Drizzle makes new column objects whenever a view is asked for one.
    columns = { ...(getViewConfig(relation).selectedFields as Columns) };
    columnsOfViews.set(relation, columns);
  }
  return columns;
}

/** Its name without the schema. */
export function relationName(relation: Relation): string {
  return is(relation, PgTable) ? getTableName(relation) : getViewConfig(relation).name;
}

/** Its PostgreSQL schema. */
export function relationSchema(relation: Relation): string {
  const { schema } = is(relation, PgTable) ? getTableConfig(relation) : getViewConfig(relation);
  return schema ?? "public";
}

/** The name in row objects of one of a relation's columns. @throws Error where it has no such column. */
export function propertyOf(relation: Relation, column: PgColumn): string {
  const entry = Object.entries(relationColumns(relation)).find(
    ([, candidate]) => candidate.name === column.name,
  );
  if (!entry) throw new Error(`${column.name} is no column of ${relationName(relation)}`);
  return entry[0];
}
