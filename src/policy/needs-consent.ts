import type { Standing } from "./decide.js";
import type { Sensitivity } from "./field-policy.js";
import { consentRequired, isSameBody, type Register } from "./register/register.js";

/** Whether values so sensitive take consent, under duties that ask for it. */
export const isSensitive = ({ sensitivity }: { readonly sensitivity: Sensitivity }): boolean =>
  sensitivity === "FINANCIAL" || sensitivity === "HEALTH";

/**
 * Whether a department reads sensitive fields of this owner under the duty only with the consent of the
 * person concerned: not under a duty that asks for none, nor its own.
 */
export function needsConsent(
  register: Register,
  { department, duty }: Pick<Standing, "department" | "duty">,
  owner: string,
): boolean {
  return consentRequired(register, duty) && !isSameBody(register, owner, department);
}
