import { sql, type SQL } from "drizzle-orm";

/** Rows as selections answer them, before anybody has them. */
export type SelectedRows = Record<string, unknown>[];

/** Of each column the values of all rows, or null where there are no rows. */
export type ColumnValues = readonly (readonly unknown[] | null)[];

/** Arguments that a function of PostgreSQL takes at most. */
export const MAXIMUM_COLUMNS = 100;

/**
 * Rows of a query as one JSON array of their columns. As JSON objects, each with the names of its columns,
 * they cost the server half as much again, and twice as much to read.
 */
export class RowsByColumns {
  /** Rows are copies of it, so that all have one shape. */
  private readonly empty: SelectedRows[number];

  /** @param names of the columns that the query answers, in the order in which they are asked for */
  constructor(private readonly names: readonly string[]) {
    this.empty = Object.fromEntries(names.map((name) => [name, null]));
  }

  /** A scalar query of the columns of the rows that a query answers. */
  queryOf(rows: SQL): SQL {
    const columns = this.names.map((name) => sql`json_agg(found.${sql.identifier(name)})`);
    return sql`select json_build_array(${sql.join(columns, sql`, `)}) from (${rows}) as found`;
  }

  /** Makes the rows of their columns. */
  rowsOf(columns: ColumnValues): SelectedRows {
    const { names, empty } = this;
    return (columns[0] ?? []).map((_, place) => {
      const row = { ...empty };
      for (let column = 0; column < names.length; column += 1) {
        row[names[column] as string] = columns[column]?.[place];
      }
      return row;
    });
  }
}
