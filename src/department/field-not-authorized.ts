import { HubError } from "../errors.js";
import type { Refusal } from "../policy/authorize-operation.js";

/** The error for a field that the caller may not read, with the duties that would allow it. */
export function fieldNotAuthorized({ coordinate, grantedBy }: Refusal, duty: string): HubError {
  return new HubError("FIELD_NOT_AUTHORIZED", `${coordinate} may not be read under duty ${duty}`, {
    coordinate,
    duty,
    grantedBy,
  });
}
