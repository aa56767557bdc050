import type { Database } from "../database/database.js";
import type { ChainPosition } from "./chain.js";
import type { SignCheckpoint } from "./checkpoint-signer.js";
import { checkpoint } from "./tables.js";

/** When checkpoints are due, and who hears of one that could not be written. */
export interface CheckpointSchedule {
  /** After so many records of this process. */
  readonly records: number;
  /** Milliseconds that a record waits for a checkpoint at most. */
  readonly milliseconds: number;
  /** The failed checkpoint is tried again when the next one is due. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Covers what this process wrote with signed checkpoints. It signs only what the process computed
 * itself, never what it finds in the database.
 */
export class CheckpointWriter {
  private uncovered: ChainPosition | undefined;
  private oldest: number | null = null;
  private records = 0;
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly sign: SignCheckpoint,
    private readonly schedule: CheckpointSchedule,
  ) {}

  /** When the oldest record was written that no checkpoint covers, in milliseconds since 1970; null where all are. */
  get uncoveredSince(): number | null {
    return this.oldest;
  }

  /** Hears that the chain now ends at `head`, after so many new records. */
  committed(head: ChainPosition, records: number): void {
    this.uncovered = head;
    this.oldest ??= Date.now();
    this.records += records;
    if (this.records >= this.schedule.records) this.coverLater();
    else this.startTimer();
  }

  /** Covers everything written so far. @throws whatever the database threw. */
  cover(): Promise<void> {
    const write = () => this.write();
    return (this.writing = this.writing.then(write, write));
  }

  private coverLater(): void {
    this.records = 0;
    this.cover().catch(this.schedule.onFailure);
  }

  private startTimer(): void {
    this.timer ??= setTimeout(() => this.coverLater(), this.schedule.milliseconds).unref();
  }

  private async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const head = this.uncovered;
    if (!head) return;
    this.uncovered = undefined;
    const oldest = this.oldest;
    this.oldest = null;
    try {
      const signed = await this.sign(head);
      await this.database.drizzle.insert(checkpoint).values(signed).onConflictDoNothing();
    } catch (error) {
      this.uncovered ??= head;
      this.oldest = oldest;
      this.startTimer();
      throw error;
    }
  }
}
