import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { HubError } from "../../errors.js";
import type { Casework } from "../casework.js";
import { verifyingCaller, type Reading } from "../read-households.js";
import type { RunScope } from "../run-scope.js";
import { run, runItem } from "../tables.js";
import { householdsInScope } from "./households-in-scope.js";
import type { JobQueue } from "./job-queue.js";
import { pendingBatches } from "./pending-batches.js";

/** Households of one batch: large enough to be read together, small enough to be lost. */
const BATCH = 50;

/** Rows of one insert. */
const ROWS = 5_000;

/**
 * Starts a re-verification: all of its households are put down and queued, or none.
 * @throws HubError BAD_USER_INPUT where the scope holds no household
 */
export async function startRun(
  casework: Casework,
  queue: JobQueue,
  scope: RunScope,
  reading: Omit<Reading, "case">,
  by: string,
): Promise<string> {
  const { ask, database, register, now } = casework;
  const id = `R-${randomUUID()}`;
  const caller = verifyingCaller(register, { ...reading, case: id });
  const households = await householdsInScope(ask, caller, scope);
  if (households.length === 0) {
    throw new HubError("BAD_USER_INPUT", "no household is in the scope", { argument: "input" });
  }
  const items = households.map((householdId, place) => ({
    runId: id,
    householdId,
    batch: Math.floor(place / BATCH),
    state: "PENDING" as const,
  }));
  await database.transaction(async (transaction) => {
    await transaction.drizzle.insert(run).values({
      id,
      scope,
      jurisdiction: [...reading.jurisdiction],
      state: "RUNNING",
      requestedBy: by,
      startedAt: now().toISOString(),
    });
    for (let start = 0; start < items.length; start += ROWS) {
      await transaction.drizzle.insert(runItem).values(items.slice(start, start + ROWS));
    }
    const batches = Math.ceil(items.length / BATCH);
    const jobs = Array.from({ length: batches }, (_, batch) => ({ runId: id, batch }));
    await queue.add(jobs, { database: transaction });
  });
  return id;
}

/** Stops a re-verification; what is verified stays. A batch in hand is finished. */
export async function cancelRun({ database }: Casework, id: string): Promise<void> {
  await database.drizzle.update(run).set({ state: "CANCELLED" }).where(eq(run.id, id));
}

/** Takes a cancelled re-verification up again where it was left; one that runs is only queued anew. */
export async function resumeRun(
  { database }: Casework,
  queue: JobQueue,
  id: string,
): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.drizzle.update(run).set({ state: "RUNNING" }).where(eq(run.id, id));
    const batches = await pendingBatches(transaction, id);
    const jobs = batches.map((batch) => ({ runId: id, batch }));
    await queue.add(jobs, { database: transaction });
  });
}
