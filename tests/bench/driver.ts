import { setTimeout as sleep } from "node:timers/promises";
import { Pool, type Dispatcher } from "undici";

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
  /** Requests that were turned away, with the time to wait, and sent again. */
  readonly turnedAway: number;
  /** Milliseconds, in order, of those that were answered. */
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
  readonly body: Buffer;
  /** Seconds after which to come back; NaN where nothing is said. */
  readonly retryAfter: number;
}

/**
 * Keeps `connections` requests under way for some seconds; every answer must be as expected. Whoever is
 * turned away comes back when he was told to.
 */
export async function load(
  url: string,
  ask: (n: number) => Ask,
  expected: Expected,
  { connections, seconds }: { readonly connections: number; readonly seconds: number },
): Promise<LoadResult> {
  const pool = new Pool(new URL(url).origin, { connections, pipelining: 1 });
  const latencies: number[] = [];
  let turnedAway = 0;
  const start = performance.now();
  const end = start + seconds * 1000;
  const worker = async () => {
    for (;;) {
      const sent = performance.now();
      if (sent >= end) return;
      const answer = await send(pool, ask(counter++));
      if (answer.status === 503 && answer.retryAfter > 0) {
        turnedAway += 1;
        await sleep(answer.retryAfter * 1000);
        continue;
      }
      if (!isExpected(answer, expected)) throw unexpected(answer);
      latencies.push(performance.now() - sent);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, worker));
    const seconds = (performance.now() - start) / 1000;
    const sorted = Float64Array.from(latencies).sort();
    return { requests: latencies.length, seconds, turnedAway, latencies: sorted };
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

/**
 * Sends one request and answers the bytes as they came: streams and texts, which nobody reads under load,
 * would take from the subject's machine twice what this does.
 */
function send(pool: Pool, { path, headers, body }: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    pool.dispatch({ path, method: "POST", headers, body }, new Receiver(resolve, reject));
  });
}

/** Takes in one answer. */
class Receiver implements Dispatcher.DispatchHandler {
  private status = 0;
  private retryAfter = NaN;
  private readonly chunks: Buffer[] = [];

  constructor(
    private readonly resolve: (answer: Answer) => void,
    private readonly reject: (error: Error) => void,
  ) {}

  onRequestStart(): void {
    // That it is there tells undici which kind of handler this is.
  }

  onResponseStart(
    _controller: unknown,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    this.status = status;
    this.retryAfter = Number(headers["retry-after"]);
  }

  onResponseData(_controller: unknown, chunk: Buffer): void {
    this.chunks.push(chunk);
  }

  onResponseError(_controller: unknown, error: Error): void {
    this.reject(error);
  }

  onResponseEnd(): void {
    const { status, chunks, retryAfter } = this;
    const [first] = chunks;
    const body = first && chunks.length === 1 ? first : Buffer.concat(chunks);
    this.resolve({ status, body, retryAfter });
  }
}

function isExpected({ status, body }: Answer, expected: Expected): boolean {
  return status === expected.status && body.includes('"errors":[') === expected.errors;
}

function unexpected({ status, body }: Answer): Error {
  return new Error(`HTTP ${status} under load: ${body.toString("utf8", 0, 400)}`);
}
