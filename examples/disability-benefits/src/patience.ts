import { setTimeout } from "node:timers/promises";

/** How long a case worker is made to wait for a source. */
export interface Patience {
  /** How often something is asked, the first time included. */
  readonly attempts: number;
  /** Seconds between two attempts, at most; the hub's `retryAfter` where that is less. */
  readonly longestWait: number;
}

/** Waits as long as the hub says, within what the case worker has patience for. */
export async function waitFor(retryAfter: number, { longestWait }: Patience): Promise<void> {
  await setTimeout(Math.min(retryAfter, longestWait) * 1000);
}
