import type { GovernedField, Sensitivity } from "./field-policy.js";
import { consentRequired, isSameBody, type Register } from "./register/register.js";

/** Whether values so sensitive take consent, under duties that ask for it. */
export const isSensitive = ({ sensitivity }: { readonly sensitivity: Sensitivity }): boolean =>
  sensitivity === "FINANCIAL" || sensitivity === "HEALTH";

/** Whether a department reads the field under the duty only with the consent of the person concerned. */
export function needsConsent(
  register: Register,
  department: string,
  duty: string,
  field: Pick<GovernedField, "owner" | "sensitivity">,
): boolean {
  if (!isSensitive(field) || !consentRequired(register, duty)) return false;
  return !isSameBody(register, field.owner, department);
}
