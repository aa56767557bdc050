import { desc, eq, sql } from "drizzle-orm";
import { significantPrefixes } from "../../codes/division-code.js";
import type { Database } from "../../database/database.js";
import { run, runItem, verification } from "../tables.js";

export type RunRow = typeof run.$inferSelect;

/** How far a re-verification is. */
export interface RunProgress {
  readonly total: number;
  readonly pending: number;
  /** Households with a report of this run. */
  readonly done: number;
  /** Households that are as they were before the day asked for. */
  readonly unchanged: number;
  readonly failed: number;
  /** Reports with findings. */
  readonly withFindings: number;
  /** Reports for which a source or a consent was missing. */
  readonly incomplete: number;
  /** When the latest household was done; null before the first. */
  readonly latestAt: string | null;
}

/** A re-verification by its id; null for none. */
export async function findRun({ drizzle }: Database, id: string): Promise<RunRow | null> {
  const [row] = await drizzle.select().from(run).where(eq(run.id, id));
  return row ?? null;
}

/** The latest re-verifications that lie wholly within divisions. */
export function latestRuns(
  { drizzle }: Database,
  jurisdiction: readonly string[],
  first: number,
): Promise<RunRow[]> {
  const prefixes = significantPrefixes(jurisdiction).map((prefix) => `${prefix}%`);
  return drizzle
    .select()
    .from(run)
    .where(
      sql`not exists (select from unnest(${run.jurisdiction}) as place
        where not place like any (${sql.param(prefixes)}::text[]))`,
    )
    .orderBy(desc(run.startedAt), desc(run.id))
    .limit(first);
}

/** Counts a re-verification's households by what became of them. */
export async function progressOf({ drizzle }: Database, id: string): Promise<RunProgress> {
  const count = (state: string) =>
    sql<number>`(count(*) filter (where ${runItem.state} = ${state}))::int`;
  const [items] = await drizzle
    .select({
      total: sql<number>`count(*)::int`,
      pending: count("PENDING"),
      done: count("DONE"),
      unchanged: count("UNCHANGED"),
      failed: count("FAILED"),
      latestAt: sql<string | null>`max(${runItem.doneAt})`,
    })
    .from(runItem)
    .where(eq(runItem.runId, id));
  const [reports] = await drizzle
    .select({
      withFindings: sql<number>`(count(*) filter (where ${verification.outcome} = 'FINDINGS'))::int`,
      incomplete: sql<number>`(count(*) filter (where ${verification.outcome} = 'INCOMPLETE'))::int`,
    })
    .from(verification)
    .where(eq(verification.runId, id));
  if (!items || !reports) throw new Error("a count answers one row");
  return { ...items, ...reports };
}

/** Households a second since the start, and seconds left at that rate; null before there is a rate. */
export function paceOf(
  { startedAt }: RunRow,
  { total, pending, latestAt }: RunProgress,
): { readonly rate: number | null; readonly secondsLeft: number | null } {
  const seconds = latestAt === null ? 0 : (Date.parse(latestAt) - Date.parse(startedAt)) / 1000;
  if (seconds <= 0) return { rate: null, secondsLeft: null };
  const rate = (total - pending) / seconds;
  return { rate, secondsLeft: rate > 0 ? Math.ceil(pending / rate) : null };
}
