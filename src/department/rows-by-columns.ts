import { sql, type SQL } from "drizzle-orm";

/** Rows as selections answer them, before anybody has them. */
export type SelectedRows = Record<string, unknown>[];

/** Of each column the values of all rows, or null where there are no rows. */
export type ColumnValues = readonly (readonly unknown[] | null)[];

/** Arguments that a function of PostgreSQL takes at most. */
export const MAXIMUM_COLUMNS = 100;

/**
 * A scalar query of rows as one JSON array of their columns. As JSON objects, each with the names of its
 * columns, they cost the server half as much again, and twice as much to read.
 * @param rows a query that answers columns of these names
 */
export function queryByColumns(rows: SQL, names: readonly string[]): SQL {
  const columns = names.map((name) => sql`json_agg(found.${sql.identifier(name)})`);
  return sql`select json_build_array(${sql.join(columns, sql`, `)}) from (${rows}) as found`;
}

/** Makes rows of their columns, whose names are in the same order. */
export function rowsOf(names: readonly string[], columns: ColumnValues): SelectedRows {
  // Rows are copies of it, so that all have one shape.
  const empty = Object.fromEntries(names.map((name) => [name, null]));
  return (columns[0] ?? []).map((_, place) => {
    const row: SelectedRows[number] = { ...empty };
    for (let column = 0; column < names.length; column += 1) {
      row[names[column] as string] = columns[column]?.[place];
    }
    return row;
  });
}
