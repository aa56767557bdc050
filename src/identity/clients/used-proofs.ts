import { createHash } from "node:crypto";
import { lt } from "drizzle-orm";
import type { Database } from "../../database/database.js";
import { clientsUnavailable } from "./clients-unavailable.js";
import { usedProof } from "./tables.js";

/** What a proof is good for: the same `jti` may stand in proofs of different purposes. */
export type ProofPurpose = "assertion" | "dpop";

/** A proof that is good for one use. */
export interface SingleUse {
  readonly purpose: ProofPurpose;
  /** Whose proof: a client's id, or the thumbprint of a key. */
  readonly maker: string;
  readonly jti: string;
  /** Milliseconds since 1970 from when the proof is refused for its age. */
  readonly expires: number;
}

/** Milliseconds between two removals of expired proofs by one process. */
const PRUNE_EVERY = 60_000;

/** Milliseconds that a proof is kept beyond its time, for other processes' clocks. */
const KEPT_LONGER = 60_000;

/** The account of proofs that were used, shared by all processes on one database. */
export class UsedProofs {
  private pruneAt = 0;

  constructor(
    private readonly database: Database,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * Uses a proof up; false where it was used before, by whichever process.
   * @throws HubError SOURCE_UNAVAILABLE where that cannot be found out.
   */
  async use({ purpose, maker, jti, expires }: SingleUse): Promise<boolean> {
    const content = JSON.stringify([purpose, maker, jti]);
    const digest = createHash("sha256").update(content).digest("base64url");
    const expiresAt = new Date(expires + KEPT_LONGER).toISOString();
    try {
      await this.prune();
      const added = await this.database.drizzle
        .insert(usedProof)
        .values({ digest, expiresAt })
        .onConflictDoNothing()
        .returning({ digest: usedProof.digest });
      return added.length > 0;
    } catch (error) {
      throw clientsUnavailable("the account of used proofs", error);
    }
  }

  private async prune(): Promise<void> {
    const now = this.now();
    if (now < this.pruneAt) return;
    this.pruneAt = now + PRUNE_EVERY;
    await this.database.drizzle
      .delete(usedProof)
      .where(lt(usedProof.expiresAt, new Date(now).toISOString()));
  }
}
