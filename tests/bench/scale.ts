import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { countyOf } from "./county.js";
import { seedOnce, withClient } from "./database.js";
import { load } from "./driver.js";
import { hubEnvironment } from "./hub-environment.js";
import { quantile } from "./measure.js";
import { MACHINE } from "./options.js";
import { startProcess, type SubjectProcess } from "./process.js";
import { waitForQuiet } from "./quiet.js";
import { median } from "./report.js";
import { openIssuer } from "./tokens.js";
import { makeWorkloads, type Workload } from "./workloads.js";

const HELP = `npm run bench -- scale [options]
  --sizes <a,b>        households of the counties, each seeded once (3100,31000,180000)
  --connections <a,b>  connections, on the county in the middle (1,2,8,32,128,512)
  --processes <a,b>    processes of the hub, on the same county (1,2)
  --rounds <n>         rounds, alternating (5)
  --seconds <n>        seconds of load in a round (3)
  --quiet <seconds>    wait so long at most for a quiet machine before each measurement (0)
  --server <url>       PostgreSQL server (postgres://postgres@127.0.0.1:5432)
  --output <file>      JSON results (tests/bench/results/scale.json)
`;

const DATA = fileURLToPath(new URL(".data/", import.meta.url));

/** Connections where something else is varied. */
const CONNECTIONS = 32;

/** Hubs that answer the household query. */
interface Place {
  readonly hubs: readonly SubjectProcess[];
  readonly workload: Workload;
  readonly persons: number;
}

/** What one round came to. */
interface Round {
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Requests turned away, of all that were sent. */
  readonly turnedAway: number;
}

const text = { type: "string" } as const;
const { values } = parseArgs({
  options: {
    sizes: text,
    connections: text,
    processes: text,
    rounds: text,
    seconds: text,
    quiet: text,
    server: text,
    output: text,
    help: { type: "boolean" },
  },
});
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const numbers = (list: string) => list.split(",").map(Number);
const sizes = numbers(values.sizes ?? "3100,31000,180000");
const rounds = Number(values.rounds ?? "5");
const seconds = Number(values.seconds ?? "3");
const server = values.server ?? "postgres://postgres@127.0.0.1:5432";
const output = values.output ?? fileURLToPath(new URL("results/scale.json", import.meta.url));

const issuer = await openIssuer(DATA);
const started: SubjectProcess[] = [];
try {
  const places: Place[] = [];
  for (const households of sizes) places.push(await openPlace(households));
  const middle = places[Math.floor(places.length / 2)];
  if (!middle) throw new Error("no county");
  const bySize = await compare(
    places.map((place) => [`${place.persons} persons`, () => once(place, CONNECTIONS)]),
  );
  const byConnections = await compare(
    numbers(values.connections ?? "1,2,8,32,128,512").map((connections) => [
      `${connections} connections`,
      () => once(middle, connections),
    ]),
  );
  const counts = numbers(values.processes ?? "1,2");
  const hubs = [...middle.hubs];
  const size = sizes[Math.floor(sizes.length / 2)] ?? 0;
  while (hubs.length < Math.max(...counts)) hubs.push(await startHub(size));
  const byProcesses = await compare(
    counts.map((count) => [
      `${count} processes`,
      () => once({ ...middle, hubs: hubs.slice(0, count) }, CONNECTIONS),
    ]),
  );
  await mkdir(dirname(output), { recursive: true });
  const results = {
    at: new Date().toISOString(),
    machine: MACHINE,
    bySize,
    byConnections,
    byProcesses,
  };
  await writeFile(output, `${JSON.stringify(results, null, 2)}\n`);
} finally {
  await Promise.all(started.map((hub) => hub.stop()));
}

function databaseOf(households: number): string {
  return `${server}/hub_bench_${households}`;
}

async function startHub(households: number): Promise<SubjectProcess> {
  const environment = hubEnvironment(databaseOf(households), DATA, issuer);
  const hub = await startProcess("hub", [], environment);
  started.push(hub);
  return hub;
}

async function openPlace(households: number): Promise<Place> {
  const url = databaseOf(households);
  await seedOnce(url, households, hubEnvironment(url, DATA, issuer));
  const hub = await startHub(households);
  const workloads = await makeWorkloads(await countyOf(url, hub.url, issuer), issuer);
  const workload = workloads.find(({ name }) => name === "household");
  if (!workload) throw new Error("no workload of one household");
  const persons = await withClient(url, async (client) => {
    const { rows } = await client.query<{ persons: number }>(
      "select count(*)::int as persons from civil_affairs.person",
    );
    return rows[0]?.persons ?? 0;
  });
  return { hubs: [hub], workload, persons };
}

/** Load on all hubs of a place, the connections shared out among them. */
async function once({ hubs, workload }: Place, connections: number): Promise<Round> {
  const each = Math.max(1, Math.floor(connections / hubs.length));
  const loads = await Promise.all(
    hubs.map(({ url }) =>
      load(url, workload.asks("graphql"), workload.expected, { connections: each, seconds }),
    ),
  );
  const latencies = Float64Array.from(loads.flatMap((one) => [...one.latencies])).sort();
  const sent = loads.reduce((sum, one) => sum + one.requests + one.turnedAway, 0);
  return {
    requestsPerSecond: loads.reduce((sum, one) => sum + one.requests / one.seconds, 0),
    p50: quantile({ latencies }, 0.5),
    p99: quantile({ latencies }, 0.99),
    turnedAway: loads.reduce((sum, one) => sum + one.turnedAway, 0) / sent,
  };
}

/** Medians of alternating rounds, printed beside the first of them. */
async function compare(cases: readonly (readonly [string, () => Promise<Round>])[]) {
  const measured = new Map<string, Round[]>(cases.map(([name]) => [name, []]));
  for (const [, run] of cases) await run();
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of round % 2 === 0 ? cases : cases.toReversed()) {
      await waitForQuiet(Number(values.quiet ?? "0"));
      measured.get(name)?.push(await run());
    }
  }
  const reference = [...measured.values()][0] ?? [];
  return [...measured].map(([name, all]) => {
    const of = (key: keyof Round) => median(all.map((round) => round[key]));
    const ratios = all.map(
      (one, at) => one.requestsPerSecond / (reference[at]?.requestsPerSecond ?? NaN),
    );
    const result = {
      name,
      requestsPerSecond: of("requestsPerSecond"),
      ratio: median(ratios),
      p50: of("p50"),
      p99: of("p99"),
      turnedAway: of("turnedAway"),
      rounds: all,
    };
    process.stdout.write(
      `${name.padEnd(18)} ${result.requestsPerSecond.toFixed(0).padStart(6)} a second  x ${result.ratio.toFixed(2)}  p50 ${result.p50.toFixed(1)} ms  p99 ${result.p99.toFixed(1)} ms  turned away ${(result.turnedAway * 100).toFixed(1)}%\n`,
    );
    return result;
  });
}
