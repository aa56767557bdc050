import type { Database } from "./database.js";
import type { PostgresOptions } from "./postgres.js";

/** A PostgreSQL server by its URL, or an embedded database by its directory (or `memory://`). */
export type DatabaseLocation =
  | ({ readonly url: string; readonly directory?: undefined } & PostgresOptions)
  | { readonly directory: string; readonly url?: undefined };

/**
 * Opens the database that configuration names; only the adapter in use is loaded.
 * @throws DatabaseError with what is wrong, in one line without any password.
 */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  if (location.url !== undefined) {
    const { url, ...options } = location;
    const { openPostgres } = await import("./postgres.js");
    return openPostgres(url, options);
  }
  const { openPglite } = await import("./pglite.js");
  return openPglite(location.directory);
}
