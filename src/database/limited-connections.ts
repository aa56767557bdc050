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
  private readonly given = new WeakMap<pg.PoolClient, Given>();

  constructor(private readonly open: () => pg.Pool) {}

  /** @param isRepeated whether it is a statement that comes again and again: planned once, and not for each list of keys. */
  async use<T>(
    rights: SessionRights,
    isRepeated: boolean,
    work: (client: pg.PoolClient) => Promise<T>,
  ): Promise<T> {
    this.pool ??= this.open();
    const client = await this.pool.connect();
    let known = false;
    try {
      await this.give(client, { rights, isRepeated });
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

  private async give(client: pg.PoolClient, wanted: Given): Promise<void> {
    const given = this.given.get(client);
    if (given && given.isRepeated === wanted.isRepeated && isSame(given.rights, wanted.rights)) {
      return;
    }
    this.given.delete(client);
    const { rights, isRepeated } = wanted;
    await client.query(
      "select set_config('role', $1, false), set_config($2, $3, false), set_config('plan_cache_mode', $4, false)",
      [
        rights.role,
        JURISDICTION_SETTING,
        jurisdictionPatterns(rights),
        isRepeated ? "force_generic_plan" : "auto",
      ],
    );
    this.given.set(client, wanted);
  }
}

/** What a connection was last set to. */
interface Given {
  readonly rights: SessionRights;
  readonly isRepeated: boolean;
}

function isSame(given: SessionRights, rights: SessionRights): boolean {
  if (given === rights) return true;
  return given.role === rights.role && jurisdictionPatterns(given) === jurisdictionPatterns(rights);
}
