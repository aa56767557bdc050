import { plainText } from "../../codes/plain-text.js";

/** Digits and letters that nobody takes for another: no 0 O D Q, 1 I L, B, S, Z, G, U V. Its length is prime, as the check character needs. */
export const CODE_ALPHABET = "23456789ACEFHJKMNPRTWXY";

/** Characters before the check character: 23 to the 19th is more than 2 to the 85th. */
const PAYLOAD_LENGTH = 19;
const CODE_LENGTH = PAYLOAD_LENGTH + 1;
const BASE = CODE_ALPHABET.length;

/** The longest text that is looked at; a code written with blanks and hyphens is shorter. */
const LONGEST_INPUT = 100;

/** A whole number, taken modulo the number of codes, as a code of 20 characters without hyphens. */
export function encodeCode(value: bigint): string {
  let rest = value;
  const payload = Array.from({ length: PAYLOAD_LENGTH }, () => {
    const digit = Number(rest % BigInt(BASE));
    rest /= BigInt(BASE);
    return CODE_ALPHABET.charAt(digit);
  }).join("");
  const check = [...CODE_ALPHABET].find((last) => checks(payload + last));
  return `${payload}${check}`;
}

/** A code as it is printed: five groups of four. */
export function formatCode(code: string): string {
  return (code.match(/.{4}/g) ?? []).join("-");
}

/** The 20 characters of a code as somebody typed it, in either case, with or without hyphens; null where it cannot be one. */
export function parseCode(text: string): string | null {
  if (text.length > LONGEST_INPUT) return null;
  const code = plainText(text).replace(/[\p{Pd}\u2212]/gu, "");
  return code.length === CODE_LENGTH && checks(code) ? code : null;
}

/**
 * Whether the characters, each times its place, add up to a multiple of 23: one wrong character or
 * two that changed places never do.
 */
function checks(code: string): boolean {
  const digits = [...code].map((character) => CODE_ALPHABET.indexOf(character));
  const sum = digits.reduce((total, digit, index) => total + digit * (index + 1), 0);
  return !digits.includes(-1) && sum % BASE === 0;
}
