import type { Casework } from "../casework.js";
import { completeWaiting } from "../verify-again.js";
import type { Tracing } from "../../telemetry/tracing.js";
import { todayInShanghai } from "../../codes/calendar.js";
import { openJobQueue, type JobQueue } from "./job-queue.js";
import { workOnRuns } from "./work-on-runs.js";

/** Milliseconds between two looks for reports that wait for sources. */
const LOOK_EVERY = 30_000;

/** As which client system sources are asked again. */
const CLIENT = "verification";

/**
 * What a process does beside answering: it works on re-verifications, once one is started or found
 * running, and completes reports whose sources have come back.
 */
export class Runs {
  private opened: Promise<JobQueue> | undefined;
  private readonly timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly casework: Casework,
    /** Whether this process works, or leaves it to others. */
    private readonly works: boolean,
    private readonly onError: (error: unknown) => void,
    private readonly tracing: Tracing,
  ) {
    if (!works) return;
    this.timer = setInterval(() => {
      this.looking = this.look();
    }, LOOK_EVERY);
    this.timer.unref();
  }

  /** The queue, opened when it is first wanted; with it this process begins to work. */
  queue(): Promise<JobQueue> {
    this.opened ??= this.open().catch((error: unknown) => {
      this.opened = undefined;
      throw error;
    });
    return this.opened;
  }

  /** Whether this process works, waits for a re-verification to be started, or leaves it to others. */
  get state(): "working" | "waiting" | "elsewhere" {
    if (!this.works) return "elsewhere";
    return this.opened ? "working" : "waiting";
  }

  /** Goes on with what was running when the processes before this one stopped. */
  async goOn(): Promise<void> {
    const running = await this.casework.database.query(
      "select 1 from verification.run where state = 'RUNNING' limit 1",
    );
    if (this.works && running.length > 0) await this.queue();
  }

  /** Lets what is in hand end. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
    await (await this.opened)?.stop();
  }

  private async open(): Promise<JobQueue> {
    const queue = await openJobQueue(this.casework.database, this.onError);
    if (this.works) await workOnRuns(this.casework, queue, this.tracing);
    return queue;
  }

  private async look(): Promise<void> {
    const date = todayInShanghai(this.casework.now());
    const reading = { client: CLIENT, operator: null, date, credentials: {} };
    const complete = () => completeWaiting(this.casework, reading);
    await this.tracing.within({ name: "complete reports" }, complete).catch(this.onError);
  }
}
