import { setTimeout as pause } from "node:timers/promises";
import type PgBoss from "pg-boss";
import { isConnectionLost } from "../../database/connection-lost.js";
import type { Database } from "../../database/database.js";

/** Households of a re-verification that are read together. */
export interface BatchJob {
  readonly runId: string;
  readonly batch: number;
}

/** Where batches wait to be verified, by whichever process. */
export interface JobQueue {
  /** Puts batches in the queue, within the transaction of `database` where one is given. */
  add(
    jobs: readonly BatchJob[],
    options?: { database?: Database; inSeconds?: number },
  ): Promise<void>;
  /** Works on batches, one after another, until the queue is stopped. */
  work(handle: (job: BatchJob) => Promise<void>): Promise<void>;
  /** Lets the batch in hand end; what waits stays for others. */
  stop(): Promise<void>;
}

const QUEUE = "verify-batch";

/** Batches that a process takes at a time. */
const TAKEN = 4;

/** Seconds after which a batch counts as left behind by a process that died, and is taken by another. */
const ABANDONED_AFTER = 30;

/**
 * A queue in the hub's own database, so that what is queued and what is stored are one transaction.
 * A batch may be worked on more than once; whoever works on it sees what is done already.
 */
export async function openJobQueue(
  database: Database,
  onError: (error: unknown) => void,
): Promise<JobQueue> {
  // Most processes never open a queue.
  const { default: Boss } = await import("pg-boss");
  let stopping = false;
  const boss = new Boss({
    db: patientExecutor(database, () => stopping),
    schedule: false,
    maintenanceIntervalSeconds: 10,
    monitorStateIntervalSeconds: 60,
  });
  boss.on("error", onError);
  await startWithQueue(boss);
  return {
    async add(jobs, { database: within = database, inSeconds = 0 } = {}) {
      if (jobs.length === 0) return;
      const startAfter = later(inSeconds);
      const db = executorOf(within);
      await boss.insert(
        jobs.map((data) => ({ name: QUEUE, data, ...(inSeconds > 0 ? { startAfter } : {}) })),
        { db },
      );
    },
    async work(handle) {
      const options = { batchSize: TAKEN, pollingIntervalSeconds: 0.5 };
      await boss.work<BatchJob>(QUEUE, options, async (jobs) => {
        for (const { data } of jobs) {
          await handle(data).catch(async (error: unknown) => {
            onError(error);
            await boss.insert([{ name: QUEUE, data, startAfter: later(1) }]);
          });
        }
      });
    },
    async stop() {
      stopping = true;
      await boss.stop({ graceful: true, wait: true, close: false, timeout: 20_000 });
    },
  };
}

/** Makes the queue's tables, or brings them up to this release: a login that owns nothing cannot. */
export async function prepareJobQueue(database: Database): Promise<void> {
  const { default: Boss } = await import("pg-boss");
  const boss = new Boss({ db: executorOf(database), schedule: false, supervise: false });
  await startWithQueue(boss);
  await boss.stop({ graceful: false, wait: false, close: false });
}

async function startWithQueue(boss: PgBoss): Promise<void> {
  await boss.start();
  await boss.createQueue(QUEUE, {
    name: QUEUE,
    retryLimit: 1000,
    retryDelay: 1,
    expireInSeconds: ABANDONED_AFTER,
  });
}

const later = (seconds: number) => new Date(Date.now() + seconds * 1000);

/** Milliseconds between two tries of a statement while the database is away. */
const TRY_EVERY = 500;

/**
 * Statements of the queue's own, which must not fail because the server is away for a while: work
 * goes on when it is back. Once stopping they fail.
 */
function patientExecutor(database: Database, isStopping: () => boolean): PgBoss.Db {
  const once = executorOf(database);
  return {
    async executeSql(text, values) {
      for (;;) {
        try {
          return await once.executeSql(text, values);
        } catch (error) {
          if (isStopping() || !isConnectionLost(error)) throw error;
          await pause(TRY_EVERY);
        }
      }
    },
  };
}

function executorOf(database: Database): PgBoss.Db {
  return {
    executeSql: async (text, values = []) => ({ rows: await database.query(text, values) }),
  };
}
