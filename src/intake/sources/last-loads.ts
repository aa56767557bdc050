import type { Database } from "../../database/database.js";

/** The latest load of a kind of file. */
export interface LastLoad {
  readonly finishedAt: string;
  readonly asOf: string;
  /** Body that delivered it, as the load was told; null where it was not. */
  readonly source: string | null;
  readonly fileName: string | null;
  readonly rows: number;
}

/** A department's latest finished loads, by kind; none in a database into which nothing was ever loaded from a file. */
export async function lastLoads(
  database: Database,
  department: string,
): Promise<ReadonlyMap<string, LastLoad>> {
  const [{ kept } = { kept: false }] = await database.query<{ kept: boolean }>(
    "select to_regclass('intake.load') is not null as kept",
  );
  if (!kept) return new Map();
  const rows = await database.query<LastLoad & { kind: string }>(
    `select distinct on (kind) kind, finished_at as "finishedAt", as_of as "asOf", source,
            file_name as "fileName", rows_loaded as "rows"
       from intake.load where department = $1 and finished_at is not null
      order by kind, finished_at desc`,
    [department],
  );
  return new Map(rows.map(({ kind, ...load }) => [kind, load]));
}
