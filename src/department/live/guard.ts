import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  DelegateBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
  wrap,
  type IRetryBackoffContext,
} from "cockatiel";
import type { Deadline } from "./deadline.js";
import { SourceFailure } from "./source-failure.js";

/** How a live source is spared, and the hub from it. */
export interface GuardLimits {
  /** Look-ups under way at a time. */
  readonly concurrency: number;
  /** Look-ups that wait for their turn at most. */
  readonly waiting: number;
  /** Failures in a row after which the source is left alone. */
  readonly failures: number;
  /** Milliseconds it is left alone; then one look-up tries whether it is back. */
  readonly restingTime: number;
  /** How often a look-up that failed may be tried again within one request. */
  readonly retries: number;
  /** Milliseconds before the first retry, about; later ones wait longer, each by chance. */
  readonly firstDelay: number;
}

/** Milliseconds between two tries at most, where the source does not ask for more. */
const LONGEST_DELAY = 1000;

/**
 * Stands before one live source: bounded concurrency, retries of what may be retried, and a breaker
 * that spares a source which keeps failing. Every try counts for the breaker.
 */
export class Guard {
  private readonly breaker;
  private readonly policy;
  private openedAt = 0;

  constructor(
    readonly name: string,
    private readonly limits: GuardLimits,
    /** Is told when the breaker opens or closes. */
    onChange: (name: string, isOpen: boolean) => void,
  ) {
    this.breaker = circuitBreaker(handleWhen(isFailure), {
      halfOpenAfter: limits.restingTime,
      breaker: new ConsecutiveBreaker(limits.failures),
    });
    this.breaker.onBreak(() => {
      this.openedAt = Date.now();
      onChange(name, true);
    });
    this.breaker.onReset(() => onChange(name, false));
    const retrying = retry(handleWhen(isRetriable), {
      maxAttempts: limits.retries,
      backoff: new DelegateBackoff((context) => delayBefore(context, limits.firstDelay)),
    }).dangerouslyUnref();
    this.policy = wrap(bulkhead(limits.concurrency, limits.waiting), retrying, this.breaker);
  }

  /** Milliseconds for which the breaker stays open; null while it is not. */
  get restsFor(): number | null {
    if (this.breaker.state !== CircuitState.Open) return null;
    return Math.max(0, this.openedAt + this.limits.restingTime - Date.now());
  }

  /**
   * Runs a look-up, again where that may help.
   * @param look makes one try; throws SourceFailure where the source fails
   * @throws SourceFailure of the last try; SOURCE_RESTING, SOURCE_BUSY or SOURCE_LATE where there was none
   */
  async run<Found>(look: () => Promise<Found>, { signal }: Deadline): Promise<Found> {
    try {
      return await this.policy.execute(look, signal);
    } catch (error) {
      throw this.failureOf(error);
    }
  }

  private failureOf(error: unknown): unknown {
    if (error instanceof BrokenCircuitError) {
      const timing = { retryAfter: this.restsFor };
      return new SourceFailure("SOURCE_RESTING", `${this.name} is left alone for a while`, timing);
    }
    if (error instanceof BulkheadRejectedError) {
      return new SourceFailure("SOURCE_BUSY", `${this.name} has too many look-ups waiting`);
    }
    if (error instanceof TaskCancelledError) {
      return new SourceFailure("SOURCE_LATE", `${this.name} had no turn in time`);
    }
    return error;
  }
}

const isFailure = (error: Error) => error instanceof SourceFailure;
const isRetriable = (error: Error) => error instanceof SourceFailure && error.isRetriable;

/** Half of the delay is fixed, the other half chance: many hubs do not come back at one moment. */
function delayBefore({ attempt, result }: IRetryBackoffContext<unknown>, first: number): number {
  const asked = "error" in result ? (result.error as SourceFailure).retryAfter : null;
  const longest = Math.min(LONGEST_DELAY, first * 2 ** (attempt - 1));
  return Math.max(asked ?? 0, longest * (0.5 + Math.random() / 2));
}
