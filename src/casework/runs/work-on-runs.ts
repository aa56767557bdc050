import { setTimeout as pause } from "node:timers/promises";
import type { Casework } from "../casework.js";
import type { JobQueue } from "./job-queue.js";
import type { Tracing } from "../../telemetry/tracing.js";
import { Pace } from "./pace.js";
import { verifyBatch } from "./verify-batch.js";

/** Takes batches of re-verifications from the queue and verifies them, no faster than the departments bear. */
export async function workOnRuns(
  casework: Casework,
  queue: JobQueue,
  tracing: Tracing,
): Promise<void> {
  const pace = new Pace();
  await queue.work(async (job) => {
    const started = performance.now();
    const { households, againIn } = await tracing.within({ name: "verify batch" }, async (span) => {
      const outcome = await verifyBatch(casework, job);
      span.tell({ "hub.households": outcome.households });
      return outcome;
    });
    if (againIn !== null) await queue.add([job], { inSeconds: againIn });
    const wait = pace.pauseAfter(households, performance.now() - started);
    if (wait > 0) await pause(wait);
  });
}
