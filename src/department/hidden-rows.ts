import { sql } from "drizzle-orm";
import type { Database } from "../database/database.js";
import type { Loader } from "./loader.js";

/**
 * Stands in for a record that is there, but in a division where the caller may not see it: it has
 * neither key nor division, so that no jurisdiction admits it and nothing can be read of it.
 */
export const HIDDEN_ROW = Object.freeze({});

/**
 * Tells records that row security hides from those that do not exist, which must never look alike
 * to a caller. Asks only where something was not found, and only whether its key is there.
 */
export async function markHiddenRows<Found>(
  database: Database,
  loader: Loader<Found>,
  keys: readonly string[],
  found: Found[],
): Promise<Found[]> {
  const missing = keys.filter((_, place) => found[place] === null);
  if (missing.length === 0) return found;
  const rows = await database.drizzle
    .select({ key: sql<string>`${loader.key}` })
    .from(loader.table)
    .where(sql`${loader.key} = any(${sql.param(missing)})`);
  const hidden = new Set(rows.map(({ key }) => key));
  return keys.map((key, place) =>
    found[place] === null && hidden.has(key) ? (HIDDEN_ROW as Found) : (found[place] as Found),
  );
}
