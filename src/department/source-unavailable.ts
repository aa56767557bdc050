import { HubError } from "../errors.js";
import type { DepartmentIdentity } from "./identity.js";

/** Seconds after which asking a failed source again is worth while. */
export const RETRY_AFTER_SECONDS = 5;

/** A reference that does not open here: forged, expired, another caller's, or sealed by a hub with other secrets. */
export function referenceRefused({ name }: DepartmentIdentity): HubError {
  return new HubError(
    "SOURCE_UNAVAILABLE",
    `${name} takes no such reference: it is not this caller's, has expired, or was sealed elsewhere`,
    { department: name, retryAfter: RETRY_AFTER_SECONDS },
  );
}

/** A department's source did not answer, or not in time: told apart from "no record" and "not authorised". */
export function sourceUnavailable(department: DepartmentIdentity, cause?: unknown): HubError {
  return new HubError(
    "SOURCE_UNAVAILABLE",
    `${department.name} did not answer`,
    { department: department.name, retryAfter: RETRY_AFTER_SECONDS },
    { cause },
  );
}
