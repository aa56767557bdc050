import { Command } from "commander";
import { setTimeout as pause } from "node:timers/promises";
import type { Answer } from "../casework/ask.js";
import { openLog } from "../log.js";
import { blueprint } from "../index.js";
import { startHub } from "../start-hub.js";
import { environmentConfig } from "./environment.js";
import { progressBar } from "./progress.js";
import { stopOnSignal } from "./stop-on-signal.js";
import { dataOf, withHub, type AskHub } from "./with-hub.js";

const SHOWN =
  "id state total pending done unchanged failed withFindings incomplete rate secondsLeft";
const START = `mutation ($input: StartReverificationInput!) { startReverification(input: $input) { ${SHOWN} } }`;
const FIND = `query ($id: ID!) { reverification(id: $id) { ${SHOWN} } }`;

/** Milliseconds between two looks at the progress, at least. */
const LOOK_EVERY = 500;

/** How much longer than a look the pause after it is: counting a large county must not slow it. */
const PAUSE_TO_LOOK = 20;

interface Progress {
  readonly id: string;
  readonly state: "RUNNING" | "CANCELLED" | "FINISHED";
  readonly total: number;
  readonly pending: number;
}

interface ReverifyOptions {
  readonly programme?: string;
  readonly township?: string;
  readonly household?: string[];
  readonly changedSince?: string;
  readonly resume?: string;
  readonly json?: boolean;
}

/** `hub reverify`: many households, with a progress bar, until all are done. */
export function reverifyCommand(): Command {
  return new Command("reverify")
    .description("verify many households again: one report each; without options the whole county")
    .option("--programme <code>", "everybody who draws it, MINIMUM_LIVING")
    .option("--township <code>", "9 digits")
    .option("--household <id...>", "these households")
    .option("--changed-since <date>", "only those with a record from that day or later")
    .option("--resume <id>", "take a re-verification up again")
    .option("--json", "the outcome as JSON")
    .action(async ({ household: households, json, ...scope }: ReverifyOptions) => {
      const input = { ...scope, ...(households ? { households } : {}) };
      const outcome = await withHub(environmentConfig(), "HUB-REVERIFY", async (ask) => {
        const started = dataOf<{ startReverification: Progress }>(await ask(START, { input }));
        return watch(ask, started.startReverification);
      });
      process.stdout.write(json ? `${JSON.stringify(outcome)}\n` : table(outcome));
    });
}

async function watch(ask: AskHub, started: Progress): Promise<Progress> {
  const bar = progressBar("verifying");
  let progress = started;
  let wait = LOOK_EVERY;
  while (progress.state === "RUNNING") {
    await pause(wait);
    const lookedAt = performance.now();
    const answer = await ask(FIND, { id: started.id });
    wait = Math.max(LOOK_EVERY, PAUSE_TO_LOOK * (performance.now() - lookedAt));
    if (isBusy(answer)) continue;
    progress = dataOf<{ reverification: Progress }>(answer).reverification;
    bar.update({ done: progress.total - progress.pending, households: progress.total });
  }
  bar.end();
  return progress;
}

/** The work goes on where the database was too busy to say how far it is. */
function isBusy({ errors = [] }: Answer): boolean {
  return errors.some(({ extensions }) => extensions?.["code"] === "SOURCE_UNAVAILABLE");
}

function table(progress: Progress): string {
  return Object.entries(progress)
    .map(([name, value]) => `${name.padEnd(14)} ${value}\n`)
    .join("");
}

/** `hub worker`: works on re-verifications beside the hub, until it is told to stop. */
export function workerCommand(): Command {
  return new Command("worker")
    .description("work on re-verifications in a process of its own, on the hub's PostgreSQL")
    .action(async () => {
      const config = environmentConfig();
      const running = await startHub(await blueprint(), {
        config,
        log: openLog(config.telemetry.logLevel),
        listens: false,
      });
      stopOnSignal(running, config.shutdownTimeout);
      await running.work();
      process.stdout.write("working on re-verifications\n");
    });
}
