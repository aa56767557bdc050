import { HubError } from "../errors.js";

/** Seconds after which a caller may try again. */
const RETRY_AFTER_SECONDS = 5;

/** What a request gets that cannot be recorded, and is therefore not answered: AUDIT_UNAVAILABLE. */
export function auditUnavailable(reason: string, cause?: unknown): HubError {
  return new HubError(
    "AUDIT_UNAVAILABLE",
    `the access cannot be recorded: ${reason}`,
    { retryAfter: RETRY_AFTER_SECONDS },
    { cause },
  );
}
