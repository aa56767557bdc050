import type { InferInsertModel } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { PgRemoteDatabase } from "drizzle-orm/pg-proxy";
import type { CopyTarget } from "./copy-rows.js";
import type { RepeatedStatement } from "./repeated-statement.js";
import type { SessionRights } from "./session-rights.js";

/**
 * Drizzle's query builders. It has no `transaction`: {@link Database.transaction} is the one way to
 * hold statements together. `execute` answers the rows themselves.
 */
export type DrizzleDatabase = Omit<PgRemoteDatabase, "transaction">;

/** Rows on their way into a table, as drizzle's inserts take them. */
export type RowsFor<T extends PgTable> =
  Iterable<InferInsertModel<T>> | AsyncIterable<InferInsertModel<T>>;

/** How many connections of one kind there are. */
export interface Connections {
  /** Under whose rights they run: the hub's own, or those of callers. */
  readonly rights: "hub" | "caller";
  readonly inUse: number;
  readonly idle: number;
  /** Statements that wait for one. */
  readonly waiting: number;
  readonly maximum: number;
}

/**
 * A PostgreSQL database, wherever it runs. Values come out alike on every adapter: `date` as
 * `YYYY-MM-DD`, `numeric` as a decimal string, `timestamptz` as ISO 8601 in Asia/Shanghai
 * (`2026-03-01T08:00:00+08:00`), `int8` as a number where it is safe and as a string beyond, `bytea`
 * as a Buffer, JSON parsed. A failed statement throws PostgreSQL's error with the SQLSTATE as `code`
 * (drizzle wraps it: look at `cause`); its text names no parameter.
 */
export interface Database {
  /** Which adapter it is: for metrics and messages, not for branching. */
  readonly kind: "postgres" | "pglite";

  readonly drizzle: DrizzleDatabase;

  /**
   * Runs one statement with `$1…` parameters and answers its rows as objects. Without parameters
   * it may be a script of several statements; the last one's rows are answered.
   */
  query<Row extends object = Record<string, unknown>>(
    statement: string | RepeatedStatement,
    params?: readonly unknown[],
  ): Promise<Row[]>;

  /**
   * Runs `work` in a transaction: committed when it fulfils, rolled back when it rejects. Inside,
   * only the database given to `work` may be used: PGlite has one connection, so that a statement on
   * the outer one would wait for the transaction for ever. Within a transaction it is a savepoint.
   */
  transaction<T>(work: (database: Database) => Promise<T>): Promise<T>;

  /**
   * Adds rows with COPY, all or none, and answers how many; rows are read only as fast as the
   * database takes them. A missing property takes the column's constant default, otherwise null;
   * columns whose default only the database knows are filled by it unless the first row has them
   * (a later row that has one is then an error).
   * @param target where the rows go, and which of their properties, if not all into the table
   */
  copyInto<T extends PgTable>(table: T, rows: RowsFor<T>, target?: CopyTarget): Promise<number>;

  /**
   * The same database with every statement run under these rights, by connections that are used for
   * nothing else. Where there are no roles (PGlite has one connection, and it is a superuser's) it
   * is this database itself.
   */
  under(rights: SessionRights): Database;

  /**
   * Tells every statement before it runs, whichever way it came, once: a copyInto is one statement;
   * begin, commit and rollback are not told. The returned function ends it.
   */
  onStatement(listener: (sql: string) => void): () => void;

  /** The connections to a server at this moment; none where there is no server. */
  connections(): readonly Connections[];

  /** Waits for running statements and lets go of connections, files and locks. Safe to call twice. */
  close(): Promise<void>;
}
