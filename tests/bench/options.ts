import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";

/** What a run measures; every option has a flag and an environment variable. */
export interface Options {
  readonly databaseUrl: string;
  readonly households: number;
  readonly rounds: number;
  /** Seconds that a subject is under load in one round. */
  readonly seconds: number;
  readonly subjects: readonly string[] | undefined;
  readonly workloads: readonly string[] | undefined;
  /** Connections, where they are not the workload's own number. */
  readonly connections: number | undefined;
  /** File that the results are written to. */
  readonly output: string;
  /** Seconds to wait at most, before each measurement, for others on the machine to be done. */
  readonly quiet: number;
  /** Directory that a CPU profile of every subject is written to, after the rounds. */
  readonly profile: string | undefined;
}

const HELP = `npm run bench -- [options]
  --database <url>      PostgreSQL to measure on (DATABASE_URL; one database for each size of county
                        at postgres://postgres@127.0.0.1:5432, hub_bench_100000)
  --households <n>      size of the county, seeded once (BENCH_HOUSEHOLDS; 100000)
  --rounds <n>          rounds of every subject, alternating (BENCH_ROUNDS; 5)
  --seconds <n>         seconds a subject is under load in a round (BENCH_SECONDS; 4)
  --subjects <a,b>      which subjects (BENCH_SUBJECTS; all)
  --workloads <a,b>     which workloads (BENCH_WORKLOADS; all)
  --connections <n>     connections, instead of the workload's own number (BENCH_CONNECTIONS)
  --output <file>       JSON results (BENCH_OUTPUT; tests/bench/results/latest.json)
  --quiet <seconds>     wait so long at most for a quiet machine before each measurement (BENCH_QUIET; 0)
  --profile <directory> also write a CPU profile of every subject and workload
`;

const SERVER = "postgres://postgres@127.0.0.1:5432";

/** Reads flags, and the environment where a flag is missing; prints the help and ends where asked to. */
export function readOptions(): Options {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    options: {
      database: text,
      households: text,
      rounds: text,
      seconds: text,
      subjects: text,
      workloads: text,
      connections: text,
      output: text,
      quiet: text,
      profile: text,
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    process.exit(0);
  }
  const { env } = process;
  const connections = values.connections ?? env["BENCH_CONNECTIONS"];
  const households = whole(values.households ?? env["BENCH_HOUSEHOLDS"] ?? "100000");
  return {
    databaseUrl: values.database ?? env["DATABASE_URL"] ?? `${SERVER}/hub_bench_${households}`,
    households,
    rounds: whole(values.rounds ?? env["BENCH_ROUNDS"] ?? "5"),
    seconds: Number(values.seconds ?? env["BENCH_SECONDS"] ?? "4"),
    subjects: names(values.subjects ?? env["BENCH_SUBJECTS"]),
    workloads: names(values.workloads ?? env["BENCH_WORKLOADS"]),
    connections: connections === undefined ? undefined : whole(connections),
    output:
      values.output ??
      env["BENCH_OUTPUT"] ??
      new URL("results/latest.json", import.meta.url).pathname,
    quiet: Number(values.quiet ?? env["BENCH_QUIET"] ?? "0"),
    profile: values.profile,
  };
}

/** The machine, for the report. */
export const MACHINE = {
  node: process.version,
  cores: availableParallelism(),
} as const;

function names(list: string | undefined): string[] | undefined {
  return list === undefined || list === "" ? undefined : list.split(",");
}

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`${text} is no number above 0`);
  return value;
}
