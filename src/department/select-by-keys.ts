import { Column, is, sql, type SQL } from "drizzle-orm";
import { PgDialect, PgTable, type PgColumn } from "drizzle-orm/pg-core";
import type { Database } from "../database/database.js";
import { repeated } from "../database/repeated-statement.js";
import type { Columns } from "./column-rights.js";
import { selectJoined } from "./joined-selections.js";
import { relationSchema, type Relation } from "./relation.js";
import { MAXIMUM_COLUMNS, RowsByColumns } from "./rows-by-columns.js";

/** Finds the rows of some keys. */
export type Selection = (
  database: Database,
  keys: readonly string[],
) => Promise<Readonly<Record<string, unknown>>[]>;

/** What is selected, and by what. */
export interface Wanted {
  readonly relation: Relation;
  readonly key: PgColumn;
  readonly columns: Columns;
  /** Of what is asked under one of these in one tick one statement is made; null where each is asked alone. */
  readonly together: object | null;
}

const dialect = new PgDialect();

/**
 * Selects columns of the rows whose key is one of several, in a stated order, under the columns'
 * names in row objects. The statement is made once. Rows are shared between requests: nobody
 * changes them.
 */
export function selectByKeys(
  { relation, key, columns, together }: Wanted,
  order: readonly PgColumn[],
): Selection {
  const ordered = order.length > 0 ? sql` order by ${sql.join([...order], sql`, `)}` : undefined;
  const selecting = (value: (column: PgColumn) => SQL) => {
    const selected = Object.entries(columns).map(
      ([property, column]) => sql`${value(column)} as ${sql.identifier(property)}`,
    );
    return sql`select ${sql.join(selected, sql`, `)} from ${relation} where ${key} = any(${sql.placeholder("keys")})${ordered}`;
  };
  const textOf = (query: SQL) => dialect.sqlToQuery(query).sql;
  const names = Object.keys(columns);
  const rows = new RowsByColumns(names);
  const isJoinable =
    is(relation, PgTable) &&
    names.length <= MAXIMUM_COLUMNS &&
    Object.values(columns).every(isSameInJson);
  const statement = {
    together,
    schema: relationSchema(relation),
    alone: repeated(textOf(selecting((column) => sql`${column}`))),
    byColumns: isJoinable ? { text: textOf(rows.queryOf(selecting(inJson))), rows } : null,
    keyType: key.getSQLType(),
  };
  const decoded = Object.entries(columns).filter(
    ([, column]) => column.mapFromDriverValue !== Column.prototype.mapFromDriverValue,
  );
  return async (database, keys) => {
    const rows = await selectJoined(database, statement, keys);
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

/** Types whose values JSON says as the driver reads them; decimals as text. */
const SAME_IN_JSON =
  /^(text|varchar|char|boolean|integer|smallint|date|numeric|timestamp with time zone)\b(\(.*\))?$|^text\[\]$/;

const isSameInJson = (column: PgColumn) => SAME_IN_JSON.test(column.getSQLType());

/** A column as JSON is to say it: a decimal keeps its places. */
function inJson(column: PgColumn): SQL {
  return column.getSQLType().startsWith("numeric") ? sql`${column}::text` : sql`${column}`;
}
