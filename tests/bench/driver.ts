import { Pool } from "undici";

/** One request, ready to send. */
export interface Ask {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a load came to. */
export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  /** Milliseconds, in order. */
  readonly latencies: Float64Array;
}

/** What every answer of a workload has in common. */
export interface Expected {
  readonly status: number;
  readonly errors: boolean;
}

/** An answer as it came. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Keeps `connections` requests under way for some seconds; every answer must be as expected. */
export async function load(
  url: string,
  ask: (n: number) => Ask,
  expected: Expected,
  { connections, seconds }: { readonly connections: number; readonly seconds: number },
): Promise<LoadResult> {
  const pool = new Pool(new URL(url).origin, { connections, pipelining: 1 });
  const latencies: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  const worker = async () => {
    for (;;) {
      const sent = performance.now();
      if (sent >= end) return;
      const answer = await send(pool, ask(counter++));
      if (!isExpected(answer, expected)) throw unexpected(answer);
      latencies.push(performance.now() - sent);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, worker));
    const seconds = (performance.now() - start) / 1000;
    return { requests: latencies.length, seconds, latencies: Float64Array.from(latencies).sort() };
  } finally {
    await pool.destroy();
  }
}

/** Requests are numbered through the whole run, so that no round repeats what another has just asked. */
let counter = 0;

/** Sends one request on a connection of its own. */
export async function once(url: string, ask: Ask): Promise<Answer> {
  const pool = new Pool(new URL(url).origin, { connections: 1 });
  try {
    return await send(pool, ask);
  } finally {
    await pool.destroy();
  }
}

async function send(pool: Pool, { path, headers, body }: Ask): Promise<Answer> {
  const response = await pool.request({ path, method: "POST", headers, body });
  return { status: response.statusCode, text: await response.body.text() };
}

function isExpected({ status, text }: Answer, expected: Expected): boolean {
  return status === expected.status && text.includes('"errors":[') === expected.errors;
}

function unexpected({ status, text }: Answer): Error {
  return new Error(`HTTP ${status} under load: ${text.slice(0, 400)}`);
}
