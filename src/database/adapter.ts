import type { Connections } from "./database.js";
import type { SessionRights } from "./session-rights.js";

/** One line to the database, speaking text: what the adapters differ in and nothing more. */
export interface Connection {
  /**
   * Runs a statement; rows as objects, or as arrays in column order. Without parameters `sql` may
   * hold several statements; the last one's rows are answered.
   */
  run(
    sql: string,
    params: readonly (string | null)[],
    shape: RowShape,
    /** Of a {@link RepeatedStatement}. */
    name?: string,
  ): Promise<unknown[]>;

  /** COPY in text format into `target`, a table with its column list; all chunks or none. */
  copy(target: string, chunks: AsyncIterable<string>): Promise<void>;
}

export type RowShape = "object" | "array";

/** A database server or library. Its own two methods use any free connection. */
export interface Adapter extends Connection {
  readonly kind: "postgres" | "pglite";

  /** Runs `work` on one connection between begin and commit; rolls back when it rejects. */
  transaction<T>(work: (connection: Connection) => Promise<T>): Promise<T>;

  /** A connection whose statements run under these rights; absent where there are no roles. */
  under?(rights: SessionRights): Connection;

  /** As {@link Database.connections}; absent where there is no server. */
  connections?(): readonly Connections[];

  close(): Promise<void>;
}
