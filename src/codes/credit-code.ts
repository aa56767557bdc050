import { CodeError } from "./code-error.js";

const CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/**
 * Passes a unified social credit code (统一社会信用代码, GB 32100): 18 digits and capitals without
 * I O S V Z, a division code in characters 3 to 8, the right check character at the end.
 * @throws CodeError CREDIT_CODE_FORM, CREDIT_CODE_CHECK_DIGIT
 */
export function assertCreditCode(text: string): void {
  if (text.length !== 18) {
    throw new CodeError(
      "CREDIT_CODE_FORM",
      `a unified social credit code has 18 characters, this one has ${text.length}`,
    );
  }
  if (!/^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/.test(text)) {
    throw new CodeError(
      "CREDIT_CODE_FORM",
      "a unified social credit code is digits and capitals without I, O, S, V and Z, with six digits of a division code in characters 3 to 8",
    );
  }
  if (creditCodeCheckDigit(text.slice(0, 17)) !== text[17]) {
    throw new CodeError(
      "CREDIT_CODE_CHECK_DIGIT",
      "the check character (18th) of the unified social credit code does not fit the 17 before it",
    );
  }
}

/** The 18th character that belongs to the first 17, by weights 3^i modulo 31. */
export function creditCodeCheckDigit(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += CHARACTERS.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return CHARACTERS.charAt((31 - (sum % 31)) % 31);
}
