import { auditUnavailable } from "./audit-unavailable.js";

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** Items of one write at most: a longer queue is written in several. */
const BATCH_ITEMS = 1000;

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Writes items together: those that come while a write is running wait, and go in the next one.
 * An item that is alone waits for one turn of the event loop and no longer.
 */
export class GroupCommit<Item, Result> {
  private readonly queue: Waiting<Item, Result>[] = [];
  private waiting = 0;
  private running: Promise<void> | undefined;

  /** @param write Writes the items in order, all or none, and answers one result for each. */
  constructor(
    private readonly write: (items: readonly Item[]) => Promise<readonly Result[]>,
    private readonly waitingLimit: number,
  ) {}

  /**
   * Fulfils when the item is written.
   * @throws HubError AUDIT_UNAVAILABLE at once where too many wait, or when writing has failed.
   */
  async add(item: Item): Promise<Result> {
    if (this.waiting >= this.waitingLimit) throw auditUnavailable("too many are waiting for it");
    this.waiting += 1;
    try {
      return await new Promise<Result>((resolve, reject) => {
        this.queue.push({ item, resolve, reject });
        this.running ??= this.run();
      });
    } finally {
      this.waiting -= 1;
    }
  }

  /** Items that are not written yet. */
  get length(): number {
    return this.waiting;
  }

  /** Waits until nothing waits. */
  async drain(): Promise<void> {
    await this.running;
  }

  private async run(): Promise<void> {
    while (this.queue.length > 0) {
      await nextTurn();
      await this.writeBatch(this.queue.splice(0, BATCH_ITEMS));
    }
    this.running = undefined;
  }

  /** After a failure nobody waits on: the others would only wait for the same. */
  private async writeBatch(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.write(batch.map(({ item }) => item));
      batch.forEach(({ resolve }, place) => resolve(results[place] as Result));
    } catch (error) {
      const failure = auditUnavailable("the audit log cannot be written", error);
      for (const { reject } of [...batch, ...this.queue.splice(0)]) reject(failure);
    }
  }
}
