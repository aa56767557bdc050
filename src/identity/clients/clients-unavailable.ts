import { HubError } from "../../errors.js";
import { identity as hub } from "../../hub/identity.js";

/** Seconds after which asking again is worth while. */
const RETRY_AFTER_SECONDS = 5;

/**
 * Whether a caller may ask cannot be found out now, so that it may not: SOURCE_UNAVAILABLE, which as
 * an answer of its own is HTTP 503.
 */
export function clientsUnavailable(what: string, cause?: unknown): HubError {
  return new HubError(
    "SOURCE_UNAVAILABLE",
    `${what} did not answer`,
    { department: hub.name, retryAfter: RETRY_AFTER_SECONDS, http: { status: 503 } },
    { cause },
  );
}
