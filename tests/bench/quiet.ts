import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

/** Milliseconds over which the machine is watched. */
const SAMPLE = 400;

/** Share of the machine's CPU that others may use while it still counts as quiet. */
const QUIET = 0.15;

/** Waits until the machine has little else to do, at most so many seconds; elsewhere than on Linux not at all. */
export async function waitForQuiet(seconds: number): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    const before = await machineTimes();
    await sleep(SAMPLE);
    const after = await machineTimes();
    if (!before || !after) return;
    if ((after.busy - before.busy) / (after.all - before.all) <= QUIET) return;
  }
}

async function machineTimes(): Promise<{ busy: number; all: number } | null> {
  const stat = await readFile("/proc/stat", "utf8").catch(() => null);
  if (stat === null) return null;
  const times = stat.slice(0, stat.indexOf("\n")).split(/\s+/).slice(1).map(Number);
  const all = times.reduce((sum, time) => sum + time, 0);
  const [, , , idle = 0, waiting = 0] = times;
  return { busy: all - idle - waiting, all };
}
