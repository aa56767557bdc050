import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { drawCounty } from "./county.js";
import { seedOnce } from "./database.js";
import { checkEqual, loadOn, measure, type Measurement } from "./measure.js";
import { MACHINE, readOptions, type Options } from "./options.js";
import { waitForQuiet } from "./quiet.js";
import { ratio, REFERENCE, summarise, table, type Series } from "./report.js";
import { SUBJECTS, SubjectStarter, type Subject } from "./subjects.js";
import { openIssuer } from "./tokens.js";
import { makeWorkloads, type Workload } from "./workloads.js";

const DATA = fileURLToPath(new URL(".data/", import.meta.url));
const DEPARTMENTS = new URL("../../resolvers/", import.meta.url);

const SECRET = "a secret that the benchmark alone uses";

/** Seconds of load before the first round of a workload. */
const WARM_UP = 3;

const options = readOptions();
const issuer = await openIssuer(DATA);
const environment: NodeJS.ProcessEnv = {
  ...process.env,
  NODE_ENV: "production",
  PORT: "0",
  HOST: "127.0.0.1",
  DATABASE_URL: options.databaseUrl,
  HUB_DATA: DATA,
  HUB_JWKS: issuer.jwks,
  HUB_REGISTERED_CLIENTS_ONLY: "false",
  HUB_REFERENCE_SECRETS: SECRET,
  HUB_AUDIT_SECRETS: SECRET,
  HUB_AUDIT_KEY: issuer.key,
  HUB_SOURCE_TIMEOUT_MS: "30000",
};
await seedOnce(options.databaseUrl, options.households, environment);
const starter = new SubjectStarter(environment, await departmentSlugs());
try {
  await run();
} finally {
  await starter.stop();
}

async function run(): Promise<void> {
  const subjects: Subject[] = [];
  for (const plan of chosen(SUBJECTS, options.subjects)) {
    subjects.push(await starter.start(plan));
    process.stderr.write(`started ${plan.name}\n`);
  }
  const hub = subjects.find(({ name }) => name === "hub") ?? (await startHub());
  const workloads = await workloadsOn(hub);
  const results = [];
  for (const workload of chosen(workloads, options.workloads)) {
    const able = subjects.filter(({ decides }) => decides || !workload.refused);
    const connections = options.connections ?? workload.connections;
    const series = await rounds(workload, able, connections, options);
    const summaries = summarise(series);
    process.stdout.write(
      `\n${workload.name}: ${workload.title}; ${connections} connections; x is to ${REFERENCE}\n${table(summaries)}\n`,
    );
    const walls = costOfWalls(series);
    for (const { wall, median, least, most, ofLeast } of walls) {
      process.stdout.write(
        `${wall}: ${median.toFixed(3)} x CPU (${least.toFixed(3)} to ${most.toFixed(3)}; quietest rounds ${ofLeast.toFixed(3)})\n`,
      );
    }
    results.push({ workload: workload.name, connections, walls, summaries, series });
  }
  await save({ at: new Date().toISOString(), machine: MACHINE, options, results });
}

async function startHub(): Promise<Subject> {
  const plan = SUBJECTS.find(({ name }) => name === "hub");
  if (!plan) throw new Error("the hub is no subject");
  return starter.start(plan);
}

async function workloadsOn(hub: Subject): Promise<Workload[]> {
  const token = await issuer.token({ department: "县民政局", duty: "1.2" });
  const county = await drawCounty(options.databaseUrl, hub.url, {
    "content-type": "application/json",
    authorization: `Bearer ${token}`,
    "hub-duty": "1.2",
    "hub-case": "BENCH-0",
  });
  process.stderr.write(`${county.households.length} households with every consent in force\n`);
  return makeWorkloads(county, issuer);
}

/** Compares, warms up, then measures: every subject once a round, in turning order. */
async function rounds(
  workload: Workload,
  subjects: readonly Subject[],
  connections: number,
  { rounds, seconds, databaseUrl, profile, quiet }: Options,
): Promise<Series[]> {
  await checkEqual(subjects, workload);
  for (const subject of subjects) await loadOn(subject, workload, connections, WARM_UP);
  const measured = new Map<Subject, Measurement[]>(subjects.map((subject) => [subject, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const subject of round % 2 === 0 ? subjects : subjects.toReversed()) {
      await waitForQuiet(quiet);
      const result = await measure(subject, workload, connections, seconds, databaseUrl);
      measured.get(subject)?.push(result);
    }
    process.stderr.write(`${workload.name} round ${round + 1}\n`);
  }
  if (profile !== undefined) await profiles(profile, workload, subjects, connections, seconds);
  return [...measured].map(([{ name }, results]) => ({ subject: name, rounds: results }));
}

/** After the rounds, for a profile slows what it watches. */
async function profiles(
  directory: string,
  workload: Workload,
  subjects: readonly Subject[],
  connections: number,
  seconds: number,
): Promise<void> {
  await mkdir(directory, { recursive: true });
  for (const subject of subjects) {
    const file = `${directory}/${subject.name}-${workload.name}.cpuprofile`;
    const work = () => loadOn(subject, workload, connections, seconds);
    const { requests } = (await subject.processes[0]?.profile(file, work)) ?? { requests: 0 };
    process.stderr.write(`${file}: ${requests} requests\n`);
  }
}

/** What authorization and the audit cost, and single walls where they were measured, as ratios of CPU. */
function costOfWalls(series: readonly Series[]) {
  const roundsOf = (name: string) => series.find(({ subject }) => subject === name)?.rounds;
  return series.flatMap(({ subject, rounds }) => {
    const all = subject === "hub-bare" ? "hub-without-audit" : "hub";
    const wall = subject === "hub-bare" ? "authorization" : /^hub-without-(.*)$/.exec(subject)?.[1];
    const cost = wall === undefined ? null : ratio(roundsOf(all), rounds, "cpu");
    return cost ? [{ wall, ...cost }] : [];
  });
}

function chosen<T extends { readonly name: string; readonly onRequest?: boolean }>(
  all: readonly T[],
  names: readonly string[] | undefined,
): T[] {
  const unknown = names?.filter((name) => !all.some((one) => one.name === name)) ?? [];
  if (unknown.length > 0) {
    throw new Error(
      `no ${unknown.join(", ")}; there are ${all.map(({ name }) => name).join(", ")}`,
    );
  }
  return all.filter(({ name, onRequest }) => names?.includes(name) ?? !onRequest);
}

async function departmentSlugs(): Promise<string[]> {
  const entries = await readdir(DEPARTMENTS, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

async function save(results: object): Promise<void> {
  await mkdir(dirname(options.output), { recursive: true });
  await writeFile(options.output, `${JSON.stringify(results, null, 2)}\n`);
  process.stdout.write(`\nwritten to ${options.output}\n`);
}
