import { serverProcessTimes, timeBetween } from "./database.js";
import { load, once, type LoadResult } from "./driver.js";
import { usageOf, type Subject } from "./subjects.js";
import type { Workload } from "./workloads.js";

/** One subject under one workload for one round. */
export interface Measurement {
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** CPU milliseconds a request: the front process, all of the subject's processes, PostgreSQL. */
  readonly cpuFront: number;
  readonly cpu: number;
  readonly cpuDatabase: number;
  /** Resident bytes of all the subject's processes, after the round. */
  readonly rss: number;
}

/** Seconds of load before a measurement, in which connections that were idle are made again. */
const LEAD_IN = 0.7;

/** Answers that are compared before anything is timed. */
const COMPARED = 40;

/** @throws Error naming the first answer in which a subject differs from the first of them. */
export async function checkEqual(subjects: readonly Subject[], workload: Workload): Promise<void> {
  const [reference, ...others] = subjects;
  if (!reference) return;
  for (let n = 0; n < COMPARED; n += 1) {
    const expected = await dataOf(reference, workload, n);
    for (const subject of others) {
      const found = await dataOf(subject, workload, n);
      if (found !== expected) {
        throw new Error(
          `${subject.name} answers ${workload.name} otherwise than ${reference.name}:\n${firstDifference(expected, found)}`,
        );
      }
    }
  }
}

/** Puts a subject under load for some seconds and tells what it used. */
export async function measure(
  subject: Subject,
  workload: Workload,
  connections: number,
  seconds: number,
  databaseUrl: string,
): Promise<Measurement> {
  await loadOn(subject, workload, connections, LEAD_IN);
  const databaseBefore = await serverProcessTimes(databaseUrl);
  const before = await usageOf(subject);
  const result = await loadOn(subject, workload, connections, seconds);
  const after = await usageOf(subject);
  const databaseAfter = await serverProcessTimes(databaseUrl);
  const each = (microseconds: number) => microseconds / 1000 / result.requests;
  return {
    requestsPerSecond: result.requests / result.seconds,
    p50: quantile(result, 0.5),
    p99: quantile(result, 0.99),
    cpuFront: each(after.front.cpu - before.front.cpu),
    cpu: each(after.all.cpu - before.all.cpu),
    cpuDatabase: each(timeBetween(databaseBefore, databaseAfter)),
    rss: after.all.rss,
  };
}

/** Puts a subject under load. */
export function loadOn(
  subject: Subject,
  workload: Workload,
  connections: number,
  seconds: number,
): Promise<LoadResult> {
  const ask = workload.asks(subject.language);
  return load(subject.url, ask, workload.expected, { connections, seconds });
}

/**
 * The data of an answer, or its errors where the workload is refused. Asked twice where need be: a
 * gateway may have sent its question down a connection that a department was closing.
 */
async function dataOf(subject: Subject, workload: Workload, n: number): Promise<string> {
  return answeredBy(subject, workload, n).catch(() => answeredBy(subject, workload, n));
}

async function answeredBy(subject: Subject, workload: Workload, n: number): Promise<string> {
  const { status, body } = await once(subject.url, workload.asks(subject.language)(n));
  const text = body.toString();
  const answer = JSON.parse(text) as { data?: unknown; errors?: unknown };
  const complete = workload.allowed ? answer.errors : !answer.errors && answer.data;
  if (status !== workload.expected.status || !complete) {
    throw new Error(
      `${subject.name} answers ${workload.name} with HTTP ${status}: ${(answer.errors ? JSON.stringify(answer.errors) : text).slice(0, 600)}`,
    );
  }
  return JSON.stringify(complete);
}

function firstDifference(expected: string, found: string): string {
  let place = 0;
  while (expected[place] === found[place]) place += 1;
  const around = (text: string) => text.slice(Math.max(0, place - 120), place + 80);
  return `  expected …${around(expected)}…\n  found    …${around(found)}…`;
}

/** Milliseconds within which this part of the answers came. */
export function quantile({ latencies }: Pick<LoadResult, "latencies">, part: number): number {
  return latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * part))] ?? NaN;
}
