import pg from "pg";
import {
  JURISDICTION_SETTING,
  jurisdictionPatterns,
  type SessionRights,
} from "./session-rights.js";

/**
 * Connections that run nothing but statements under limited rights. A connection keeps the rights it
 * was last given, so that callers of one department and duty cost no statement more; before any
 * other caller's statement it is given theirs.
 */
export class LimitedConnections {
  private pool: pg.Pool | undefined;
  private readonly given = new WeakMap<pg.PoolClient, SessionRights>();

  constructor(private readonly open: () => pg.Pool) {}

  async use<T>(rights: SessionRights, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    this.pool ??= this.open();
    const client = await this.pool.connect();
    let known = false;
    try {
      await this.give(client, rights);
      const result = await work(client);
      known = true;
      return result;
    } catch (error) {
      // A statement that the server refused leaves the connection as it was; anything else may not.
      known = error instanceof pg.DatabaseError && this.given.has(client);
      throw error;
    } finally {
      client.release(!known);
    }
  }

  /** The pool, once there was a statement. */
  get opened(): pg.Pool | undefined {
    return this.pool;
  }

  async close(): Promise<void> {
    await this.pool?.end();
  }

  private async give(client: pg.PoolClient, rights: SessionRights): Promise<void> {
    const given = this.given.get(client);
    if (given === rights || (given && isSame(given, rights))) return;
    this.given.delete(client);
    await client.query("select set_config('role', $1, false), set_config($2, $3, false)", [
      rights.role,
      JURISDICTION_SETTING,
      jurisdictionPatterns(rights),
    ]);
    this.given.set(client, rights);
  }
}

function isSame(given: SessionRights, rights: SessionRights): boolean {
  return given.role === rights.role && jurisdictionPatterns(given) === jurisdictionPatterns(rights);
}
