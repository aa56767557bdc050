import { HubError } from "../errors.js";

/** Seconds after which a caller who was not let in may come back. */
const COME_BACK_AFTER = 1;

/**
 * Lets in so many requests at once: beyond what a process can answer, whoever is inside is answered
 * as fast as ever, and whoever is not learns it at once.
 */
export class Admission {
  private inside = 0;

  constructor(private readonly maximum: number) {}

  /**
   * Lets one request in, which is inside until `leave`.
   * @throws HubError RATE_LIMITED with HTTP status 503 where as many are inside as may be.
   */
  enter(): void {
    if (this.inside >= this.maximum) {
      throw new HubError("RATE_LIMITED", "the hub is answering as many requests as it can", {
        limit: "requestsAtOnce",
        maximum: this.maximum,
        retryAfter: COME_BACK_AFTER,
        http: { status: 503 },
      });
    }
    this.inside += 1;
  }

  leave(): void {
    this.inside -= 1;
  }
}
