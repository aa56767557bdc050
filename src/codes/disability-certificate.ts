import { CodeError } from "./code-error.js";
import { assertIdNumber } from "./id-number.js";
import { plainText } from "./plain-text.js";

/** The parts of a disability certificate number (残疾人证号). */
export interface ParsedDisabilityCertificate {
  /** Number as issued, without blanks. */
  readonly certificateNumber: string;
  readonly idNumber: string;
  /** Digit of the category, GB/T 26341: 1 visual to 7 multiple. */
  readonly categoryCode: string;
  /** Digit of the grade: 1 (worst) to 4. */
  readonly gradeCode: string;
  /** How often it was reissued; 0 for a first issue. */
  readonly reissue: number;
}

/**
 * The certificate number of a holder: ID number, category digit, grade digit, and from the first
 * reissue on "B" with a count, as in …43B1. @throws CodeError as `parseDisabilityCertificate` does
 */
export function makeDisabilityCertificate(
  idNumber: string,
  categoryCode: string,
  gradeCode: string,
  reissue = 0,
): string {
  const suffix = reissue > 0 ? `B${reissue}` : "";
  const number = `${idNumber}${categoryCode}${gradeCode}${suffix}`;
  return parseDisabilityCertificate(number).certificateNumber;
}

/**
 * Reads a certificate number, blanks and full-width digits allowed.
 * @throws CodeError DISABILITY_CERTIFICATE_FORM, DISABILITY_CERTIFICATE_CODE, or that of its ID number
 */
export function parseDisabilityCertificate(text: string): ParsedDisabilityCertificate {
  const certificateNumber = plainText(text);
  const match = /^(.{18})(\d)(\d)(?:B([1-9]\d?))?$/.exec(certificateNumber);
  if (!match) {
    throw new CodeError(
      "DISABILITY_CERTIFICATE_FORM",
      "a disability certificate number is an ID number, a category digit and a grade digit, and after a reissue B with its count",
    );
  }
  const [, idNumber = "", categoryCode = "", gradeCode = "", reissue = "0"] = match;
  assertIdNumber(idNumber);
  if (!/[1-7]/.test(categoryCode)) {
    throw new CodeError(
      "DISABILITY_CERTIFICATE_CODE",
      `the category digit (19th) of the certificate number is ${categoryCode}, not 1 to 7`,
    );
  }
  if (!/[1-4]/.test(gradeCode)) {
    throw new CodeError(
      "DISABILITY_CERTIFICATE_CODE",
      `the grade digit (20th) of the certificate number is ${gradeCode}, not 1 to 4`,
    );
  }
  return { certificateNumber, idNumber, categoryCode, gradeCode, reissue: Number(reissue) };
}
