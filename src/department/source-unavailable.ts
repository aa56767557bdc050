import { HubError } from "../errors.js";
import type { DepartmentIdentity } from "./identity.js";

/** Seconds after which asking a failed source again is worth while. */
export const RETRY_AFTER_SECONDS = 5;

/** A department's source did not answer, or not in time: told apart from "no record" and "not authorised". */
export function sourceUnavailable(department: DepartmentIdentity, cause?: unknown): HubError {
  return new HubError(
    "SOURCE_UNAVAILABLE",
    `${department.name} did not answer`,
    { department: department.name, retryAfter: RETRY_AFTER_SECONDS },
    { cause },
  );
}
