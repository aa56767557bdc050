import type { JWK } from "jose";
import type { Database } from "../database/database.js";
import { parseEntry, type AuditEntry } from "./audit-entry.js";
import { AuditError } from "./audit-error.js";
import { auditUnavailable } from "./audit-unavailable.js";
import { ChainWriter } from "./chain-writer.js";
import type { ChainPosition } from "./chain.js";
import { checkpointSigner } from "./checkpoint-signer.js";
import { CheckpointWriter } from "./checkpoint-writer.js";
import { GroupCommit } from "./group-commit.js";
import { assertHashAvailable, type HashAlgorithm } from "./hash-algorithm.js";

/** How a process keeps the log. */
export interface AuditLogOptions {
  /** Private ES256 key that signs checkpoints. */
  readonly signing: JWK;
  /** SM3 unless told. */
  readonly algorithm?: HashAlgorithm;
  /** Appends that may wait at once; 10,000 unless told. */
  readonly waitingLimit?: number;
  /** A checkpoint after so many records of this process; 1,000 unless told. */
  readonly checkpointRecords?: number;
  /** Milliseconds until a record is covered by a checkpoint at the latest; 60,000 unless told. */
  readonly checkpointMilliseconds?: number;
  /** Hears why a checkpoint could not be written; appends go on, and it is tried again. */
  readonly onCheckpointFailure?: (error: unknown) => void;
}

/** How the log stands in this process. */
export interface AuditState {
  /** Records that wait to be durable. */
  readonly waiting: number;
  /** When a record was last made durable, in milliseconds since 1970; null before the first. */
  readonly lastDurable: number | null;
  /** When the oldest record was written that no checkpoint covers; null where all are covered. */
  readonly uncoveredSince: number | null;
  /** Records that could not be written. */
  readonly failures: number;
  /** Why nothing can be recorded until this process is started anew; null where that is not so. */
  readonly broken: string | null;
}

/**
 * The access log: records that are chained by their hashes, and signed checkpoints of the chain.
 * Any number of processes may keep one log in one database.
 */
export class AuditLog {
  private readonly commits: GroupCommit<AuditEntry, ChainPosition>;
  private closing: Promise<void> | undefined;
  private lastDurable: number | null = null;
  private failures = 0;
  private broken: string | null = null;

  private constructor(
    private readonly writer: ChainWriter,
    private readonly checkpoints: CheckpointWriter,
    waitingLimit: number,
  ) {
    this.commits = new GroupCommit((entries) => this.write(entries), waitingLimit);
  }

  /**
   * A log in a database that has the `audit` migrations; nothing is written yet.
   * @throws AuditError HASH_UNAVAILABLE, SIGNING_KEY_UNUSABLE
   */
  static async open(database: Database, options: AuditLogOptions): Promise<AuditLog> {
    const { algorithm = "sm3", waitingLimit = 10_000 } = options;
    assertHashAvailable(algorithm);
    const checkpoints = new CheckpointWriter(database, await checkpointSigner(options.signing), {
      records: options.checkpointRecords ?? 1000,
      milliseconds: options.checkpointMilliseconds ?? 60_000,
      onFailure: options.onCheckpointFailure ?? (() => {}),
    });
    return new AuditLog(new ChainWriter(database, algorithm), checkpoints, waitingLimit);
  }

  /**
   * Records an entry and fulfils when it is committed. Within a transaction of an embedded database
   * this would wait for that transaction for ever. An append that failed may yet be in the log,
   * where the connection broke while the commit was on its way.
   * @throws HubError AUDIT_UNAVAILABLE when the database fails, or at once when too many are waiting
   *   or the log is closed.
   * @throws AuditError ENTRY_INVALID for what is not an entry.
   */
  async append(entry: AuditEntry): Promise<ChainPosition> {
    if (this.closing) throw auditUnavailable("the audit log is closed");
    const parsed = parseEntry(entry);
    try {
      const { sequence, hash } = await this.commits.add(parsed);
      return { sequence, hash };
    } catch (error) {
      this.failures += 1;
      throw error;
    }
  }

  /** How it stands now. */
  get state(): AuditState {
    const { lastDurable, failures, broken } = this;
    const { uncoveredSince } = this.checkpoints;
    return { waiting: this.commits.length, lastDurable, uncoveredSince, failures, broken };
  }

  /** Waits for what was appended and covers it with a checkpoint. Safe to call twice. */
  close(): Promise<void> {
    return (this.closing ??= this.commits.drain().then(() => this.checkpoints.cover()));
  }

  private async write(entries: readonly AuditEntry[]): Promise<ChainPosition[]> {
    const places = await this.writer.write(entries).catch((error: unknown) => {
      if (error instanceof AuditError) this.broken = error.message;
      throw error;
    });
    this.lastDurable = Date.now();
    const head = places[places.length - 1];
    if (head) this.checkpoints.committed(head, places.length);
    return places;
  }
}
