import { Column, sql } from "drizzle-orm";
import { PgDialect, type PgColumn } from "drizzle-orm/pg-core";
import type { Database } from "../database/database.js";
import { repeated } from "../database/repeated-statement.js";
import type { Columns } from "./column-rights.js";
import type { Relation } from "./relation.js";

/** Finds the rows of some keys. */
export type Selection = (
  database: Database,
  keys: readonly string[],
) => Promise<Readonly<Record<string, unknown>>[]>;

const dialect = new PgDialect();

/**
 * Selects columns of the rows whose key is one of several, in a stated order, under the columns'
 * names in row objects. The statement is made once. Rows are shared between requests: nobody
 * changes them.
 */
export function selectByKeys(
  relation: Relation,
  key: PgColumn,
  columns: Columns,
  order: readonly PgColumn[],
): Selection {
  const selected = Object.entries(columns).map(
    ([property, column]) => sql`${column} as ${sql.identifier(property)}`,
  );
  const ordered = order.length > 0 ? sql` order by ${sql.join([...order], sql`, `)}` : undefined;
  const { sql: text } = dialect.sqlToQuery(
    sql`select ${sql.join(selected, sql`, `)} from ${relation} where ${key} = any(${sql.placeholder("keys")})${ordered}`,
  );
  const statement = repeated(text);
  const decoded = Object.entries(columns).filter(
    ([, column]) => column.mapFromDriverValue !== Column.prototype.mapFromDriverValue,
  );
  return async (database, keys) => {
    const rows = await database.query<Record<string, unknown>>(statement, [keys]);
    for (const row of rows) {
      for (const [property, column] of decoded) {
        const value = row[property];
        if (value !== null) row[property] = column.mapFromDriverValue(value);
      }
      Object.freeze(row);
    }
    return rows;
  };
}
