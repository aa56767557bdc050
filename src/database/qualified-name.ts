import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import { quoted } from "./quoted.js";

const names = new WeakMap<PgTable, string>();

/** A table's name as SQL has it, with its schema. */
export function qualifiedName(table: PgTable): string {
  let qualified = names.get(table);
  if (qualified === undefined) {
    const { schema = "public", name } = getTableConfig(table);
    qualified = `${quoted(schema)}.${quoted(name)}`;
    names.set(table, qualified);
  }
  return qualified;
}
