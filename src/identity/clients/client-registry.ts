import { eq } from "drizzle-orm";
import type { Database } from "../../database/database.js";
import { HubError } from "../../errors.js";
import type { Register } from "../../policy/register/register.js";
import { checkApplication, type ClientApplication } from "./check-application.js";
import { rotatedKeys, type ClientKey } from "./client-key.js";
import { checkedPublicKey } from "./public-key.js";
import { client } from "./tables.js";

/** A registered client system. */
export type ClientSystem = typeof client.$inferSelect;

/** Milliseconds that an old key stays good after a rotation, unless said otherwise. */
export const ROTATION_GRACE = 24 * 3_600_000;

/** The register of client systems; a change counts for the next token, and within 2 s for those given. */
export class ClientRegistry {
  constructor(
    private readonly database: Database,
    private readonly register: Register,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * Registers a client system, active from now on.
   * @throws HubError BAD_USER_INPUT naming the argument that is wrong.
   */
  async add(application: ClientApplication): Promise<ClientSystem> {
    const { id, name = id, kind } = application;
    const rights = checkApplication(application, this.register);
    const at = this.at();
    const keys = [await newKey(application.key, at)];
    const [added] = await this.database.drizzle
      .insert(client)
      .values({ id, name, kind, ...rights, state: "active", keys, createdAt: at, updatedAt: at })
      .onConflictDoNothing()
      .returning();
    if (!added) throw bad("id", `client ${id} is registered already`);
    return added;
  }

  /** Every client system, by id. */
  list(): Promise<ClientSystem[]> {
    return this.database.drizzle.select().from(client).orderBy(client.id);
  }

  /** The client system with this id; null for none. Always from the database. */
  async find(id: string): Promise<ClientSystem | null> {
    const [found] = await this.database.drizzle.select().from(client).where(eq(client.id, id));
    return found ?? null;
  }

  /** Refuses the client from now on. @throws HubError BAD_USER_INPUT for an unknown id. */
  suspend(id: string): Promise<ClientSystem> {
    return this.change(id, { state: "suspended" });
  }

  /** Lets a suspended client ask again. @throws HubError BAD_USER_INPUT for an unknown id. */
  resume(id: string): Promise<ClientSystem> {
    return this.change(id, { state: "active" });
  }

  /**
   * Adds a key and retires the others after `grace` milliseconds; 0 for a key that others may know.
   * @throws HubError BAD_USER_INPUT for an unknown id, an unusable key, or one the client had before.
   */
  async rotate(id: string, key: unknown, grace: number = ROTATION_GRACE): Promise<ClientSystem> {
    const added = await newKey(key, this.at());
    return this.database.transaction(async (transaction) => {
      const [found] = await transaction.drizzle
        .select({ keys: client.keys })
        .from(client)
        .where(eq(client.id, id))
        .for("update");
      if (!found) throw unknown(id);
      if (found.keys.some((earlier) => isSame(earlier, added))) {
        throw bad(
          "key",
          `client ${id} has, or had, a key ${added.kid}: a rotation needs a new one`,
        );
      }
      const keys = rotatedKeys(found.keys, added, this.at(grace));
      return this.change(id, { keys }, transaction);
    });
  }

  private async change(
    id: string,
    change: Partial<Pick<ClientSystem, "state" | "keys">>,
    { drizzle }: Database = this.database,
  ): Promise<ClientSystem> {
    const [changed] = await drizzle
      .update(client)
      .set({ ...change, updatedAt: this.at() })
      .where(eq(client.id, id))
      .returning();
    if (!changed) throw unknown(id);
    return changed;
  }

  /** The moment so many milliseconds from now, in ISO 8601. */
  private at(later = 0): string {
    return new Date(this.now() + later).toISOString();
  }
}

async function newKey(given: unknown, addedAt: string): Promise<ClientKey> {
  const jwk = await checkedPublicKey(given);
  return { kid: jwk.kid, jwk, addedAt, retiredAt: null };
}

/** Whether two keys share their id or their material. */
function isSame({ kid, jwk }: ClientKey, other: ClientKey): boolean {
  const { x, y, n } = other.jwk;
  return kid === other.kid || (jwk.x === x && jwk.y === y && jwk.n === n);
}

function unknown(id: string): HubError {
  return bad("id", `there is no client ${id}`);
}

function bad(argument: string, message: string): HubError {
  return new HubError("BAD_USER_INPUT", message, { argument });
}
