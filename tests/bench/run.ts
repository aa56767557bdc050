import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { countyOf } from "./county.js";
import { seedOnce } from "./database.js";
import { hubEnvironment } from "./hub-environment.js";
import { checkEqual } from "./measure.js";
import { MACHINE, readOptions } from "./options.js";
import { ratio, REFERENCE, summarise, table, type Series } from "./report.js";
import { rounds } from "./rounds.js";
import { sealingCosts } from "./sealing-cost.js";
import { SUBJECTS, SubjectStarter, type Subject } from "./subjects.js";
import { ALLOWED, outcomeLines, outcomes } from "./targets.js";
import { openIssuer } from "./tokens.js";
import { makeWorkloads, numberWorkloads, type Workload } from "./workloads.js";

const DATA = fileURLToPath(new URL(".data/", import.meta.url));
const DEPARTMENTS = new URL("../../resolvers/", import.meta.url);

const options = readOptions();
const issuer = await openIssuer(DATA);
const environment = hubEnvironment(options.databaseUrl, DATA, issuer);
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
  const measured = subjects.find(({ name }) => name === "hub");
  const { workloads, numbers } = await workloadsOn(measured ?? (await startHub()));
  const asked = chosen(workloads, options.workloads);
  const results = new Map<string, readonly Series[]>();
  const report = [];
  for (const workload of asked) {
    const able = subjects.filter(({ decides }) => decides || workload.allowed === null);
    await checkEqual(able, workload);
    const connections = options.connections ?? workload.connections;
    const contestants = able.map((subject) => ({ name: subject.name, subject, workload }));
    const allowed = workloads.find(({ name }) => name === workload.allowed);
    if (measured && allowed) {
      contestants.push({ name: ALLOWED, subject: measured, workload: allowed });
    }
    const series = await rounds(workload.name, contestants, connections, options);
    results.set(workload.name, series);
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
    report.push({ workload: workload.name, connections, walls, summaries, series });
  }
  process.stdout.write("\n");
  const isAsked = asked.some(({ name }) => name === "household");
  const sealing = measured && isAsked ? await costOfSealing(measured, numbers) : null;
  const targets = outcomes(results);
  process.stdout.write(`\n${outcomeLines(targets)}\n`);
  const at = new Date().toISOString();
  await save({ at, machine: MACHINE, options, targets, sealing, results: report });
}

async function startHub(): Promise<Subject> {
  const plan = SUBJECTS.find(({ name }) => name === "hub");
  if (!plan) throw new Error("the hub is no subject");
  return starter.start(plan);
}

async function workloadsOn(hub: Subject) {
  const county = await countyOf(options.databaseUrl, hub.url, issuer);
  process.stderr.write(`${county.households.length} households with every consent in force\n`);
  return {
    workloads: await makeWorkloads(county, issuer),
    numbers: await numberWorkloads(county, issuer),
  };
}

/** What sealing costs: single calls, and ID numbers in the household query against the same without. */
async function costOfSealing(hub: Subject, workloads: readonly Workload[]) {
  const [withNumbers, without] = workloads.map((workload) => ({
    name: workload.name,
    subject: hub,
    workload,
  }));
  if (!withNumbers || !without) return null;
  const pair = [withNumbers, without];
  const series = await rounds("sealing", pair, withNumbers.workload.connections, options);
  const numbers = ratio(series[0]?.rounds, series[1]?.rounds, "cpu");
  const calls = sealingCosts();
  for (const { cipher, personKey, seal, open } of calls) {
    process.stdout.write(
      `${cipher}: person key ${personKey.toFixed(1)} µs, seal ${seal.toFixed(1)} µs, open ${open.toFixed(1)} µs\n`,
    );
  }
  process.stdout.write(
    `ID numbers in the household query: ${numbers?.median.toFixed(3)} x CPU (${numbers?.least.toFixed(3)} to ${numbers?.most.toFixed(3)})\n`,
  );
  return { calls, numbers, series };
}

/** What single walls cost where they were measured, as ratios of CPU. */
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
