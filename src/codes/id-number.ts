import { assertDate } from "./calendar.js";
import { CodeError } from "./code-error.js";
import { plainText } from "./plain-text.js";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = "10X98765432";

/** What a citizen ID number (公民身份号码, GB 11643) says of its holder; residence it does not say. */
export interface ParsedIdNumber {
  /** 18 characters, the last possibly X. */
  readonly idNumber: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  /** From the 17th digit: odd is male. */
  readonly sex: "MALE" | "FEMALE";
}

/**
 * Reads an ID number as it occurs in files: full-width digits, blanks, a lower-case x and the
 * 15-digit numbers of before 1999 are taken and come out as 18 characters.
 * @throws CodeError ID_NUMBER_FORM, ID_NUMBER_BIRTH_DATE, ID_NUMBER_CHECK_DIGIT
 */
export function parseIdNumber(text: string): ParsedIdNumber {
  const plain = plainText(text);
  const idNumber = /^[1-9]\d{14}$/.test(plain) ? lengthen(plain) : plain;
  assertIdNumber(idNumber);
  return {
    idNumber,
    birthDate: birthDateOf(idNumber),
    sex: Number(idNumber[16]) % 2 === 1 ? "MALE" : "FEMALE",
  };
}

/**
 * Passes an ID number in its one official form: 17 digits and the right check character.
 * @throws CodeError ID_NUMBER_FORM, ID_NUMBER_BIRTH_DATE, ID_NUMBER_CHECK_DIGIT
 */
export function assertIdNumber(text: string): void {
  if (text.length !== 18) {
    throw new CodeError(
      "ID_NUMBER_FORM",
      `an ID number has 18 characters, this one has ${text.length}`,
    );
  }
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) {
    throw new CodeError("ID_NUMBER_FORM", "an ID number is 17 digits and a digit or X at the end");
  }
  assertBirthDate(text);
  if (idNumberCheckDigit(text.slice(0, 17)) !== text[17]) {
    throw new CodeError(
      "ID_NUMBER_CHECK_DIGIT",
      "the check digit (18th character) of the ID number does not fit the 17 digits before it",
    );
  }
}

/** The 18th character that belongs to 17 digits: a digit, or X for ten. */
export function idNumberCheckDigit(first17: string): string {
  let sum = 0;
  for (let index = 0; index < 17; index += 1) {
    sum += (first17.charCodeAt(index) - 48) * (WEIGHTS[index] ?? 0);
  }
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** An ID number with its first 6 and last 4 characters shown and the rest starred. */
export function maskIdNumber(idNumber: string): string {
  return `${idNumber.slice(0, 6)}${"*".repeat(Math.max(0, idNumber.length - 10))}${idNumber.slice(-4)}`;
}

function lengthen(fifteen: string): string {
  const first17 = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`;
  return first17 + idNumberCheckDigit(first17);
}

function birthDateOf(idNumber: string): string {
  return `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
}

function assertBirthDate(idNumber: string): void {
  const birthDate = birthDateOf(idNumber);
  if (!/^(18|19|20)/.test(birthDate)) {
    throw new CodeError(
      "ID_NUMBER_BIRTH_DATE",
      "the birth year (characters 7 to 10) of the ID number is not of 1800 to 2099",
    );
  }
  try {
    assertDate(birthDate);
  } catch (error) {
    if (!(error instanceof CodeError)) throw error;
    throw new CodeError(
      "ID_NUMBER_BIRTH_DATE",
      "the birth date (characters 7 to 14) of the ID number does not exist",
    );
  }
}
