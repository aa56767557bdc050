import { drizzle } from "drizzle-orm/pg-proxy";
import type { Adapter, Connection } from "./adapter.js";
import { copyRows } from "./copy-rows.js";
import type { Database } from "./database.js";
import type { RepeatedStatement } from "./repeated-statement.js";
import type { SessionRights } from "./session-rights.js";
import { parameterText } from "./parameter-text.js";

/** Rights in use at a time, at most; beyond, they start over. */
const MAXIMUM_REMEMBERED = 1024;

type Listener = (sql: string) => void;
type Transaction = <T>(work: (database: Database) => Promise<T>) => Promise<T>;

/** The database that an adapter reaches: everything that is the same whichever adapter it is. */
export function databaseOver(adapter: Adapter): Database {
  const listeners = new Set<Listener>();
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= adapter.close());
  const limited = new Map<string, Database>();

  /** Query builders are made once for rights that return. */
  function under(rights: SessionRights): Database | undefined {
    if (!adapter.under) return undefined;
    const key = JSON.stringify([rights.role, rights.jurisdiction]);
    const database = limited.get(key) ?? assemble(adapter.under(rights), noTransaction);
    if (limited.size >= MAXIMUM_REMEMBERED) limited.clear();
    limited.set(key, database);
    return database;
  }

  const within = (connection: Connection, depth: number): Database =>
    assemble(connection, (work) =>
      savepoint(connection, depth, () => work(within(connection, depth + 1))),
    );

  function assemble(connection: Connection, transaction: Transaction): Database {
    const tell = (sql: string) => listeners.forEach((listener) => listener(sql));
    const database: Database = {
      kind: adapter.kind,
      transaction,
      under: (rights) => under(rights) ?? database,
      connections: () => adapter.connections?.() ?? [],
      close,
      drizzle: drizzle(async (sql, params, method) => {
        tell(sql);
        const values = params.map(parameterText);
        // Drizzle writes this array into the text of its errors; emptied, no ID number reaches a log.
        params.length = 0;
        return { rows: await connection.run(sql, values, method === "all" ? "array" : "object") };
      }),
      async query<Row extends object>(
        statement: string | RepeatedStatement,
        params: readonly unknown[] = [],
      ) {
        const { sql, name } = typeof statement === "string" ? { sql: statement } : statement;
        tell(sql);
        return (await connection.run(sql, params.map(parameterText), "object", name)) as Row[];
      },
      async copyInto(table, rows, target) {
        const ready = await copyRows(table, rows, target);
        if (!ready) return 0;
        tell(`copy ${ready.target} from stdin`);
        await connection.copy(ready.target, ready.chunks);
        return ready.count();
      },
      onStatement(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    };
    return database;
  }

  return assemble(adapter, (work) =>
    adapter.transaction((connection) => work(within(connection, 1))),
  );
}

/** Limited rights are for look-ups; nothing is changed with them. */
const noTransaction: Transaction = () =>
  Promise.reject(new Error("a database under limited rights has no transactions"));

async function savepoint<T>(
  connection: Connection,
  depth: number,
  work: () => Promise<T>,
): Promise<T> {
  const name = `savepoint_${depth}`;
  await connection.run(`savepoint ${name}`, [], "object");
  try {
    const result = await work();
    await connection.run(`release savepoint ${name}`, [], "object");
    return result;
  } catch (error) {
    await connection.run(`rollback to savepoint ${name}`, [], "object");
    throw error;
  }
}
