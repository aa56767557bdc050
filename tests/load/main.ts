import { parseArgs } from "node:util";
import { runLoad, type LoadOutcome } from "./run-load.js";

const HELP = `npm run load -- [options]
  --minutes <n>      under load (30)
  --share <n>        of the capacity that is found before (0.8)
  --households <n>   size of the county (2000)
  --fault-every <n>  seconds from one fault to the next (60)
  --server <url>     PostgreSQL server to make a database on (TEST_DATABASE_URL, or the one on this machine)
  --json             print the outcome as JSON
`;

/** Megabytes a minute up to which memory counts as flat. */
const FLAT = 1;

const text = { type: "string" } as const;
const { values } = parseArgs({
  options: {
    minutes: text,
    share: text,
    households: text,
    "fault-every": text,
    server: text,
    json: { type: "boolean" },
    help: { type: "boolean" },
  },
});
if (values.help) process.stdout.write(HELP);
else process.exitCode = await run();

async function run(): Promise<number> {
  const { env } = process;
  const start = performance.now();
  const outcome = await runLoad({
    server:
      values.server ?? env["TEST_DATABASE_URL"] ?? "postgres://postgres@127.0.0.1:5432/postgres",
    households: Number(values.households ?? 2000),
    seconds: Number(values.minutes ?? 30) * 60,
    share: Number(values.share ?? 0.8),
    capacitySeconds: 20,
    faultEvery: Number(values["fault-every"] ?? 60),
    say: (line) =>
      process.stderr.write(`${((performance.now() - start) / 1000).toFixed(0)} s  ${line}\n`),
  });
  process.stdout.write(values.json ? `${JSON.stringify(outcome, null, 2)}\n` : report(outcome));
  const { verdicts, unrecorded, unanswered, chainFaults } = outcome;
  return verdicts.WRONG + unrecorded + unanswered + chainFaults.length === 0 ? 0 : 1;
}

function report(outcome: LoadOutcome): string {
  const { verdicts, all, quiet, memory, faults } = outcome;
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  const mb = (value: number) => `${value.toFixed(0)} MB`;
  return [
    `capacity          ${outcome.capacity.toFixed(0)} requests a second`,
    `asked             ${outcome.requests} requests, ${outcome.rate.toFixed(0)} a second`,
    `answers           ${verdicts.RIGHT} right, ${verdicts.PARTIAL} partial, ${verdicts.UNAVAILABLE} unavailable, ${verdicts.WRONG} wrong`,
    `sent again        ${outcome.retried}`,
    `latency           p50 ${ms(all.p50)}, p99 ${ms(all.p99)}; away from faults p50 ${ms(quiet.p50)}, p99 ${ms(quiet.p99)}`,
    `faults            ${faults.length}: ${[...new Set(faults)].join("; ")}`,
    `records           ${outcome.unrecorded} answers without one, ${outcome.unanswered} without an answer, ${outcome.chainFaults.length} faults of the chain`,
    `memory            ${mb(memory.first)} to ${mb(memory.last)}, at most ${mb(memory.most)}; ${course(memory.growth)}`,
    ...outcome.wrong.map((answer) => `wrong             ${answer}`),
    "",
  ].join("\n");
}

function course(growth: number | null): string {
  if (growth === null) return "too short to say whether it grows";
  return `${growth.toFixed(2)} MB a minute over the later half: ${growth <= FLAT ? "flat" : "growing"}`;
}
