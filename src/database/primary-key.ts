import { getTableColumns } from "drizzle-orm";
import { getTableConfig, type PgColumn, type PgTable } from "drizzle-orm/pg-core";

/** The columns of a table's primary key, in order; none where it has no key. */
export function primaryKey(table: PgTable): PgColumn[] {
  const composite = getTableConfig(table).primaryKeys.flatMap(({ columns }) => columns);
  if (composite.length > 0) return composite;
  return Object.values<PgColumn>(getTableColumns(table)).filter(({ primary }) => primary);
}
