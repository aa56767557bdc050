import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import { quoted } from "./quoted.js";

/** A table's name as SQL has it, with its schema. */
export function qualifiedName(table: PgTable): string {
  const { schema = "public", name } = getTableConfig(table);
  return `${quoted(schema)}.${quoted(name)}`;
}
