import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Adapter, Connection, RowShape } from "./adapter.js";
import { connectionFailure, invalidUrl } from "./connection-failure.js";
import type { Connections, Database } from "./database.js";
import { databaseOver } from "./database-over.js";
import { LimitedConnections } from "./limited-connections.js";
import { RepeatedQuery } from "./repeated-query.js";
import { SESSION_SETTINGS } from "./session-settings.js";
import { parserOf } from "./value-parsers.js";

/** How a PostgreSQL server is used. */
export interface PostgresOptions {
  /** Connections at most; 10 unless told. */
  readonly max?: number;
  /** What pg_stat_activity shows. */
  readonly applicationName?: string;
  /** Milliseconds after which the server cancels a statement; never unless told. */
  readonly statementTimeoutMs?: number | undefined;
  /** The same for statements under limited rights: nobody waits longer for a caller's look-up. */
  readonly lookupTimeoutMs?: number | undefined;
  /** Milliseconds after which nobody waits for the server any more, and the connection is given up; never unless told. */
  readonly answerTimeoutMs?: number | undefined;
  /** Milliseconds after which the server ends a transaction that says nothing; never unless told. */
  readonly idleTransactionTimeoutMs?: number | undefined;
}

/** Milliseconds to wait for a connection, whether the server is slow or all are in use. */
const CONNECT_TIMEOUT = 10_000;

/**
 * Milliseconds that an unused connection is kept: a new one costs a login, its settings and rights, and
 * each statement's plan again.
 */
const IDLE_TIMEOUT = 600_000;

const types = { getTypeParser: parserOf };

/**
 * A database on a PostgreSQL server, once a first connection has succeeded.
 * @throws DatabaseError DATABASE_URL_INVALID, DATABASE_UNREACHABLE, DATABASE_LOGIN_REFUSED or
 *   DATABASE_MISSING.
 */
export async function openPostgres(url: string, options: PostgresOptions = {}): Promise<Database> {
  // The driver would take any other text for the name of a database on this host.
  if (!/^postgres(ql)?:\/\//.test(url)) throw invalidUrl();
  try {
    const pool = newPool(url, options);
    await reach(pool);
    const { lookupTimeoutMs = options.statementTimeoutMs } = options;
    const limited = { ...options, statementTimeoutMs: lookupTimeoutMs };
    return databaseOver(adapterOf(pool, new LimitedConnections(() => newPool(url, limited))));
  } catch (error) {
    throw connectionFailure(error, url);
  }
}

function newPool(url: string, options: PostgresOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    application_name: options.applicationName,
    statement_timeout: options.statementTimeoutMs,
    query_timeout: options.answerTimeoutMs,
    idle_in_transaction_session_timeout: options.idleTransactionTimeoutMs,
    idleTimeoutMillis: IDLE_TIMEOUT,
    keepAlive: true,
    connectionTimeoutMillis: Math.min(CONNECT_TIMEOUT, options.answerTimeoutMs ?? CONNECT_TIMEOUT),
    types,
    onConnect: async (client) => {
      await client.query(SESSION_SETTINGS);
    },
  });
  // A server that goes away tells every idle connection. Unheard, that would end the process; the
  // pool has dropped the connection by then, and whoever needs the next one learns of it.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

async function reach(pool: pg.Pool): Promise<void> {
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    throw error;
  }
}

function adapterOf(pool: pg.Pool, limited: LimitedConnections): Adapter {
  return {
    kind: "postgres",
    run: (sql, params, shape, name) => run(pool, sql, params, shape, name),
    copy: (target, chunks) => onOneClient(pool, (client) => copy(client, target, chunks)),
    transaction: (work) => onOneClient(pool, (client) => transaction(client, work)),
    under: (rights) => ({
      run: (sql, params, shape, name) =>
        limited.use(rights, name !== undefined, (client) => run(client, sql, params, shape, name)),
      copy: (target, chunks) =>
        limited.use(rights, false, (client) => copy(client, target, chunks)),
    }),
    connections: () => [
      connectionsOf(pool, "hub"),
      ...(limited.opened ? [connectionsOf(limited.opened, "caller")] : []),
    ],
    close: async () => {
      await limited.close();
      await pool.end();
    },
  };
}

function connectionsOf(pool: pg.Pool, rights: Connections["rights"]): Connections {
  const { totalCount, idleCount: idle, waitingCount: waiting, options } = pool;
  return { rights, inUse: totalCount - idle, idle, waiting, maximum: options.max };
}

/** A client whose work failed is kept only if it is known to be between transactions. */
async function onOneClient<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken = true;
  try {
    const result = await work(client);
    broken = false;
    return result;
  } catch (error) {
    broken = !(await isBetweenTransactions(client));
    throw error;
  } finally {
    client.release(broken);
  }
}

/** After a failed commit or rollback, or on a dead connection, there is no telling. */
async function isBetweenTransactions(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query("rollback");
    return true;
  } catch {
    return false;
  }
}

/** A statement failed within the transaction, and `work` went on as if it had not. */
class TransactionAborted extends Error {
  readonly code = "25P02";

  constructor() {
    super("the transaction was rolled back: one of its statements had failed");
  }
}

async function transaction<T>(
  client: pg.PoolClient,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  await client.query("begin");
  const result = await work({
    run: (sql, params, shape, name) => run(client, sql, params, shape, name),
    copy: (target, chunks) => copy(client, target, chunks),
  });
  const { command } = await client.query("commit");
  // The server answers a commit of a failed transaction with a rollback and no error.
  if (command === "ROLLBACK") throw new TransactionAborted();
  return result;
}

async function run(
  client: pg.Pool | pg.PoolClient,
  text: string,
  params: readonly (string | null)[],
  shape: RowShape,
  name?: string,
): Promise<unknown[]> {
  if (name !== undefined && shape === "object") {
    try {
      return await runRepeated(client, new RepeatedQuery(name, text, params));
    } catch (error) {
      if (!isPlanOutdated(error)) throw error;
    }
  }
  const config = {
    text,
    values: [...params],
    ...(shape === "array" ? { rowMode: "array" as const } : {}),
  };
  const result: pg.QueryResult | pg.QueryResult[] = await client.query(config);
  return (Array.isArray(result) ? result[result.length - 1] : result)?.rows ?? [];
}

/** A pool and a client take a callback beside a query of one's own; their types leave it out. */
interface Runner {
  query(query: RepeatedQuery, callback: RepeatedQuery["callback"]): void;
}

function runRepeated(client: pg.Pool | pg.PoolClient, query: RepeatedQuery): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    (client as unknown as Runner).query(query, (error, rows) => {
      if (error) reject(error as Error);
      else resolve(rows ?? []);
    });
  });
}

/** The statement was prepared before a migration of another process changed its tables; outside a transaction it is just run anew. */
function isPlanOutdated(error: unknown): boolean {
  return (error as { code?: string }).code === "0A000";
}

async function copy(
  client: pg.PoolClient,
  target: string,
  chunks: AsyncIterable<string>,
): Promise<void> {
  await pipeline(Readable.from(chunks), client.query(copyFrom(`copy ${target} from stdin`)));
}
