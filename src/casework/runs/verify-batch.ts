import { and, eq, inArray, sql } from "drizzle-orm";
import { todayInShanghai } from "../../codes/calendar.js";
import type { Database } from "../../database/database.js";
import type { Found, FoundHousehold } from "../../verification/reading/found.js";
import { VERIFICATION_DUTY } from "../../verification/reading/household-operation.js";
import type { Casework } from "../casework.js";
import { conclusionOf, makeIssue, newNumbers } from "../issue.js";
import { readHouseholds, verifyingCaller } from "../read-households.js";
import { storeReports, type Issue } from "../store-report.js";
import { run, runItem } from "../tables.js";
import { findRun, type RunRow } from "./find-run.js";
import type { BatchJob } from "./job-queue.js";
import { latestRecord } from "./latest-record.js";

/** The client system as which re-verifications ask. */
export const REVERIFICATION_CLIENT = "reverification";

/** Times that a household is asked for while a source does not answer, before its report says so. */
const ATTEMPTS = 3;

/** What became of a batch. */
export interface BatchOutcome {
  readonly households: number;
  /** Seconds after which what is left of it is to be tried again; null where nothing is. */
  readonly againIn: number | null;
}

/**
 * Verifies what is left of a batch. Reports and the households' states are one transaction, and a
 * household that another process finished meanwhile is left alone: each gets exactly one report.
 */
export async function verifyBatch(
  casework: Casework,
  { runId, batch }: BatchJob,
): Promise<BatchOutcome> {
  const { ask, database, register, now } = casework;
  const running = await findRun(database, runId);
  const ids = running?.state === "RUNNING" ? await pendingIn(database, runId, batch) : [];
  if (!running || ids.length === 0) return { households: 0, againIn: null };
  const date = todayInShanghai(now());
  const caller = verifyingCaller(register, {
    client: REVERIFICATION_CLIENT,
    operator: null,
    jurisdiction: running.jurisdiction,
    case: runId,
    date,
    credentials: {},
  });
  const found = await readHouseholds(ask, caller, ids);
  const left = await keep(casework, running, batch, found, date);
  await finishWhenDone(database, runId, now());
  return { households: ids.length, againIn: left > 0 ? 2 ** Math.min(left, 5) : null };
}

async function pendingIn(database: Database, runId: string, batch: number): Promise<string[]> {
  const rows = await database.drizzle
    .select({ householdId: runItem.householdId })
    .from(runItem)
    .where(inBatch(runId, batch));
  return rows.map(({ householdId }) => householdId);
}

const inBatch = (runId: string, batch: number) =>
  and(eq(runItem.runId, runId), eq(runItem.batch, batch), eq(runItem.state, "PENDING"));

/** Stores what came of a batch; answers how often what is left was tried, 0 where nothing is left. */
async function keep(
  casework: Casework,
  running: RunRow,
  batch: number,
  found: readonly Found[],
  date: string,
): Promise<number> {
  const { database, sealing } = casework;
  const kept = await database.transaction(async (transaction) => {
    const open = await transaction.drizzle
      .select()
      .from(runItem)
      .where(inBatch(running.id, batch))
      .for("update");
    const attempts = new Map(open.map((item) => [item.householdId, item.attempts + 1]));
    const mine = found.filter(({ id }) => attempts.has(id));
    const numbers = await newNumbers(transaction, mine.length, date);
    const issues: Issue[] = [];
    const later: string[] = [];
    for (const [place, one] of mine.entries()) {
      const isLast = (attempts.get(one.id) ?? 0) >= ATTEMPTS;
      if (one.outcome !== "FOUND") {
        if (one.outcome === "UNAVAILABLE" && !isLast) later.push(one.id);
        else await settle(transaction, running.id, one.id, "FAILED", one.reason ?? "NO_RECORD");
        continue;
      }
      if (isUnchanged(running, one.household)) {
        await settle(transaction, running.id, one.id, "UNCHANGED", null);
        continue;
      }
      const number = numbers[place] ?? "";
      const issue = issueFor(casework, running, one.household, number, date);
      if (issue.row.retryAt !== null && !isLast) later.push(one.id);
      else issues.push(issue);
    }
    await storeReports(transaction, sealing, issues);
    await markDone(transaction, running.id, issues);
    if (later.length > 0) {
      await transaction.drizzle
        .update(runItem)
        .set({ attempts: sql`${runItem.attempts} + 1` })
        .where(and(eq(runItem.runId, running.id), inArray(runItem.householdId, later)));
    }
    const tried = Math.max(0, ...later.map((id) => attempts.get(id) ?? 0));
    return { issues, tried };
  });
  await casework.conclude(kept.issues.map(conclusionOf));
  return kept.tried;
}

function issueFor(
  casework: Casework,
  { id, requestedBy }: RunRow,
  household: FoundHousehold,
  number: string,
  date: string,
): Issue {
  return makeIssue(casework, {
    application: { householdId: household.id, programme: null, duty: VERIFICATION_DUTY, case: id },
    household,
    date,
    by: requestedBy,
    note: "re-verified",
    verification: number,
    runId: id,
  });
}

function isUnchanged({ scope }: RunRow, household: FoundHousehold): boolean {
  if (!scope.changedSince) return false;
  const latest = latestRecord(household);
  return latest !== null && latest < scope.changedSince;
}

async function settle(
  { drizzle }: Database,
  runId: string,
  householdId: string,
  state: "FAILED" | "UNCHANGED",
  reason: string | null,
): Promise<void> {
  await drizzle
    .update(runItem)
    .set({ state, reason, doneAt: sql`now()`, attempts: sql`${runItem.attempts} + 1` })
    .where(and(eq(runItem.runId, runId), eq(runItem.householdId, householdId)));
}

async function markDone(
  { drizzle }: Database,
  runId: string,
  issues: readonly Issue[],
): Promise<void> {
  if (issues.length === 0) return;
  const households = issues.map(({ row }) => row.householdId);
  const numbers = issues.map(({ row }) => row.id);
  await drizzle.execute(sql`
    update ${runItem}
       set state = 'DONE', verification_id = made.number, done_at = now(), attempts = attempts + 1
      from unnest(${sql.param(households)}::text[], ${sql.param(numbers)}::text[]) as made (household, number)
     where ${runItem.runId} = ${runId} and ${runItem.householdId} = made.household`);
}

async function finishWhenDone({ drizzle }: Database, runId: string, at: Date): Promise<void> {
  await drizzle
    .update(run)
    .set({ state: "FINISHED", finishedAt: at.toISOString() })
    .where(
      and(
        eq(run.id, runId),
        eq(run.state, "RUNNING"),
        sql`not exists (select from ${runItem} where ${runItem.runId} = ${runId} and ${runItem.state} = 'PENDING')`,
      ),
    );
}
