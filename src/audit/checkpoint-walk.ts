import type { ChainPosition } from "./chain.js";
import type { Checkpoint } from "./checkpoint.js";

/** Checkpoints, one after the other, that sign something else than the log has. */
export interface Disagreement {
  /** Size of the last checkpoint before them that agrees; where none does, the start. */
  readonly agreed: number;
  readonly first: Checkpoint;
  /** The last one before a checkpoint that agrees again. */
  readonly last: Checkpoint;
}

/** Disagreements that are told apart. */
const FOUND_LIMIT = 1000;

/** Compares the log with its checkpoints while both go by. */
export class CheckpointWalk {
  readonly disagreements: Disagreement[] = [];
  private agreed: number;
  private disagreeing = false;
  private next: Checkpoint | undefined;

  /**
   * @param checkpoints Properly signed ones, by size.
   * @param start What the first record follows.
   */
  constructor(
    private readonly checkpoints: AsyncIterator<Checkpoint>,
    start: ChainPosition,
  ) {
    this.agreed = start.sequence;
  }

  /** Size of the last checkpoint that agreed: up to this record the log is proven. */
  get proven(): number {
    return this.agreed;
  }

  async begin(): Promise<void> {
    this.next = await this.take();
  }

  /** Whether a checkpoint waits for a record that is not beyond this one. */
  isDue({ sequence }: ChainPosition): boolean {
    return this.next !== undefined && this.next.size <= sequence;
  }

  /** Compares a record with its checkpoints. One of a record that is missing says nothing new. */
  async pass(record: ChainPosition): Promise<void> {
    for (; this.next && this.next.size <= record.sequence; this.next = await this.take()) {
      if (this.next.size < record.sequence) continue;
      if (this.next.hash === record.hash) this.agree(this.next);
      else this.disagree(this.next);
    }
  }

  /** Takes what is beyond the log's end. */
  async end(): Promise<void> {
    for (; this.next; this.next = await this.take()) this.disagree(this.next);
  }

  private agree({ size }: Checkpoint): void {
    this.agreed = size;
    this.disagreeing = false;
  }

  private disagree(checkpoint: Checkpoint): void {
    const open = this.disagreeing ? this.disagreements.pop() : undefined;
    this.disagreeing = true;
    if (this.disagreements.length >= FOUND_LIMIT) return;
    this.disagreements.push({
      agreed: open?.agreed ?? this.agreed,
      first: open?.first ?? checkpoint,
      last: checkpoint,
    });
  }

  private async take(): Promise<Checkpoint | undefined> {
    const { value, done } = await this.checkpoints.next();
    return done ? undefined : value;
  }
}
