import { setTimeout as pause } from "node:timers/promises";
import type { Casework } from "../casework.js";
import type { JobQueue } from "./job-queue.js";
import { Pace } from "./pace.js";
import { verifyBatch } from "./verify-batch.js";

/** Takes batches of re-verifications from the queue and verifies them, no faster than the departments bear. */
export async function workOnRuns(casework: Casework, queue: JobQueue): Promise<void> {
  const pace = new Pace();
  await queue.work(async (job) => {
    const started = performance.now();
    const { households, againIn } = await verifyBatch(casework, job);
    if (againIn !== null) await queue.add([job], { inSeconds: againIn });
    const wait = pace.pauseAfter(households, performance.now() - started);
    if (wait > 0) await pause(wait);
  });
}
