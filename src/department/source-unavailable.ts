import { HubError } from "../errors.js";
import type { DepartmentIdentity } from "./identity.js";
import { SourceFailure } from "./live/source-failure.js";

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

/**
 * A department's source did not answer, or not in time: told apart from "no record" and "not
 * authorised". Of a live source's failure the caller learns when to ask again, and whether it was
 * only that this process has no ID number to ask with.
 */
export function sourceUnavailable(department: DepartmentIdentity, cause?: unknown): HubError {
  const { code, retryAfter = null } = cause instanceof SourceFailure ? cause : {};
  const { name } = department;
  return new HubError(
    "SOURCE_UNAVAILABLE",
    code === "PERSON_UNKNOWN"
      ? `${name} was not asked: the person's ID number is not known where its records are looked up`
      : `${name} did not answer`,
    {
      department: name,
      retryAfter: retryAfter === null ? RETRY_AFTER_SECONDS : Math.ceil(retryAfter / 1000),
    },
    { cause },
  );
}
