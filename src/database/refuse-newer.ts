import type { Database } from "./database.js";
import { DatabaseError } from "./database-error.js";

/**
 * Passes a database in which every account of migrations is one that this program keeps.
 * @throws DatabaseError DATABASE_NEWER naming the others: a newer release made parts that this one
 *   would leave out of what it keeps, seals anew or grants.
 */
export async function refuseNewer(database: Database, known: ReadonlySet<string>): Promise<void> {
  const accounts = await database.query<{ name: string }>(
    `select relname as name from pg_class
      where relkind = 'r' and relnamespace = to_regnamespace('migrations') order by relname`,
  );
  const names = accounts.map(({ name }) => name).filter((name) => !known.has(name));
  if (names.length === 0) return;
  throw new DatabaseError(
    "DATABASE_NEWER",
    `the database is newer than this program: it has migrations of ${names.join(", ")}; start the release that made them`,
    { names },
  );
}
