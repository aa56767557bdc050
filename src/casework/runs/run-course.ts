import { and, asc, eq, sql } from "drizzle-orm";
import type { Database } from "../../database/database.js";
import { FindingSeverity } from "../../verification/finding-code.js";
import { finding, runItem, verification } from "../tables.js";
import type { RunRow } from "./find-run.js";

/** How many households of a re-verification were settled by a moment. */
export interface RunPoint {
  /** Seconds since the start. */
  readonly seconds: number;
  readonly settled: number;
}

/** Points of a course at most, besides its beginning. */
const POINTS = 60;

/** How a re-verification went on so far, in equal steps of whole seconds; begins with nothing at 0 s. */
export async function courseOf(
  database: Database,
  { id, startedAt }: Pick<RunRow, "id" | "startedAt">,
): Promise<readonly RunPoint[]> {
  const counts = await database.query<{ seconds: number; settled: number }>(
    `with item as (
       select greatest(extract(epoch from done_at - $2::timestamptz), 0) as seconds
         from verification.run_item where run_id = $1 and done_at is not null
     ), step as (
       select greatest(ceil(max(seconds) / ${POINTS}), 1) as width from item
     )
     select (greatest(ceil(seconds / width), 1) * width)::int as seconds, count(*)::int as settled
       from item, step group by 1 order by 1`,
    [id, startedAt],
  );
  let settled = 0;
  const points = counts.map((one) => ({ seconds: one.seconds, settled: (settled += one.settled) }));
  return [{ seconds: 0, settled: 0 }, ...points];
}

/** The findings of a re-verification's reports of one severity. */
export interface SeverityCount {
  readonly severity: FindingSeverity;
  readonly findings: number;
  /** Findings that nobody has disposed of. */
  readonly open: number;
  /** Households with such a finding. */
  readonly households: number;
}

/** Counts the findings of a re-verification by severity, the gravest first; every severity is there. */
export async function findingsBySeverity(
  { drizzle }: Database,
  id: string,
): Promise<readonly SeverityCount[]> {
  const rows = await drizzle
    .select({
      severity: finding.severity,
      findings: sql<number>`count(*)::int`,
      open: sql<number>`(count(*) filter (where ${finding.state} = 'OPEN'))::int`,
      households: sql<number>`count(distinct ${finding.verificationId})::int`,
    })
    .from(finding)
    .innerJoin(verification, eq(verification.id, finding.verificationId))
    .where(eq(verification.runId, id))
    .groupBy(finding.severity);
  return FindingSeverity.keys.map((severity) => {
    const row = rows.find((one) => one.severity === severity);
    const { findings = 0, open = 0, households = 0 } = row ?? {};
    return { severity, findings, open, households };
  });
}

/** A household of a re-verification that could not be verified, and why. */
export interface RunFailure {
  readonly householdId: string;
  /** NO_RECORD for an unknown household, else the error's code. */
  readonly reason: string;
}

/** The first of the households that could not be verified, by id. */
export async function failuresOf(
  { drizzle }: Database,
  id: string,
  first: number,
): Promise<readonly RunFailure[]> {
  const rows = await drizzle
    .select({ householdId: runItem.householdId, reason: runItem.reason })
    .from(runItem)
    .where(and(eq(runItem.runId, id), eq(runItem.state, "FAILED")))
    .orderBy(asc(runItem.householdId))
    .limit(first);
  return rows.map(({ householdId, reason }) => ({ householdId, reason: reason ?? "INTERNAL" }));
}
