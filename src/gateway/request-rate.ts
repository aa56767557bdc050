import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { HubError } from "../errors.js";

/** Counts the requests that one process answers, each key's by itself. */
export class RequestRate {
  private readonly counted: RateLimiterMemory;

  constructor(private readonly perMinute: number) {
    this.counted = new RateLimiterMemory({ points: perMinute, duration: 60 });
  }

  /**
   * Counts one request.
   * @throws HubError RATE_LIMITED once a key has had its requests of the minute, with the seconds to wait.
   */
  async count(key: string): Promise<void> {
    try {
      await this.counted.consume(key);
    } catch (error) {
      const { msBeforeNext } = error as RateLimiterRes;
      const maximum = this.perMinute;
      throw new HubError("RATE_LIMITED", `at most ${maximum} requests a minute are answered`, {
        limit: "requestsPerMinute",
        maximum,
        retryAfter: Math.ceil(msBeforeNext / 1000),
      });
    }
  }
}
