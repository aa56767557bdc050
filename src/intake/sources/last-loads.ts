import { desc, eq } from "drizzle-orm";
import type { Database } from "../../database/database.js";
import { load } from "../tables.js";

/** The latest load of a kind of file. */
export interface LastLoad {
  readonly finishedAt: string;
  readonly asOf: string;
  /** The body in which the data first arose. */
  readonly source: string;
  readonly fileName: string;
  readonly rows: number;
}

/** A department's latest loads, by kind. */
export async function lastLoads(
  { drizzle }: Database,
  department: string,
): Promise<ReadonlyMap<string, LastLoad>> {
  const rows = await drizzle
    .selectDistinctOn([load.kind], {
      kind: load.kind,
      finishedAt: load.finishedAt,
      asOf: load.asOf,
      source: load.source,
      fileName: load.fileName,
      rows: load.rowsLoaded,
    })
    .from(load)
    .where(eq(load.department, department))
    .orderBy(load.kind, desc(load.id));
  return new Map(rows.map(({ kind, ...last }) => [kind, last]));
}
