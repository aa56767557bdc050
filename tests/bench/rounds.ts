import { mkdir } from "node:fs/promises";
import { loadOn, measure, type Measurement } from "./measure.js";
import type { Options } from "./options.js";
import { waitForQuiet } from "./quiet.js";
import type { Series } from "./report.js";
import type { Subject } from "./subjects.js";
import type { Workload } from "./workloads.js";

/** A subject under a workload, by the name that it has in the report. */
export interface Contestant {
  readonly name: string;
  readonly subject: Subject;
  readonly workload: Workload;
}

/** Seconds of load before the first round: what is compiled on the way is compiled then. */
const WARM_UP = 10;

/** Warms up, then measures: every contestant once a round, in turning order. */
export async function rounds(
  title: string,
  contestants: readonly Contestant[],
  connections: number,
  { rounds, seconds, databaseUrl, profile, quiet }: Options,
): Promise<Series[]> {
  for (const { subject, workload } of contestants) {
    await loadOn(subject, workload, connections, WARM_UP);
  }
  const measured = new Map<Contestant, Measurement[]>(contestants.map((one) => [one, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const one of turned(contestants, round)) {
      await waitForQuiet(quiet);
      const result = await measure(one.subject, one.workload, connections, seconds, databaseUrl);
      measured.get(one)?.push(result);
    }
    process.stderr.write(`${title} round ${round + 1}\n`);
  }
  if (profile !== undefined) await profiles(profile, title, contestants, connections, seconds);
  return [...measured].map(([{ name }, results]) => ({ subject: name, rounds: results }));
}

/**
 * From one contestant further on in each round, and backwards in every other: each comes after either of its
 * neighbours, some of which leave a machine on which nothing is tidied up yet.
 */
function turned(contestants: readonly Contestant[], round: number): Contestant[] {
  const first = round % contestants.length;
  const order = [...contestants.slice(first), ...contestants.slice(0, first)];
  return round % 2 === 0 ? order : order.toReversed();
}

/** After the rounds, for a profile slows what it watches. */
async function profiles(
  directory: string,
  title: string,
  contestants: readonly Contestant[],
  connections: number,
  seconds: number,
): Promise<void> {
  await mkdir(directory, { recursive: true });
  for (const { name, subject, workload } of contestants) {
    const file = `${directory}/${name}-${title}.cpuprofile`;
    const work = () => loadOn(subject, workload, connections, seconds);
    const { requests } = (await subject.processes[0]?.profile(file, work)) ?? { requests: 0 };
    process.stderr.write(`${file}: ${requests} requests\n`);
  }
}
