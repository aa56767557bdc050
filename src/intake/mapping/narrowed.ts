import type { Correction } from "./cell-value.js";

/** Blanks of every width, and the characters that nobody sees. */
const BLANKS = /[\s\u180e\u200b-\u200d\u2060]/g;

/** Full-width ASCII, the full-width yuan sign, and the minus sign of mathematics. */
const WIDE = /[\uff01-\uff5e\uffe5\u2212]/g;

/** A cell that is made of ASCII, as it should have been keyed: no blanks, nothing full-width. */
export function narrowed(text: string, correct: (correction: Correction) => void): string {
  if (/^[\x21-\x7e]*$/.test(text)) return text;
  const dense = text.replace(BLANKS, "");
  if (dense !== text) correct("BLANKS");
  const narrow = dense.replace(WIDE, toNarrow);
  if (narrow !== dense) correct("FULL_WIDTH");
  return narrow;
}

/** The same in capitals. */
export function narrowedCapitals(text: string, correct: (correction: Correction) => void): string {
  const narrow = narrowed(text, correct);
  const capitals = narrow.toUpperCase();
  if (capitals !== narrow) correct("LETTER_CASE");
  return capitals;
}

/** A text with its ASCII in full-width characters. */
export function widened(text: string): string {
  return text.replace(/[\x21-\x7e]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) + 0xfee0),
  );
}

/** True of a cell in which there is nothing. */
export function isBlank(text: string): boolean {
  return text === "" || text.replace(BLANKS, "") === "";
}

/** A text without the blanks around it, and without those inside that stand beside a Chinese character. */
export function withoutBlanks(text: string, correct: (correction: Correction) => void): string {
  if (!/[\s\u180e\u200b-\u200d\u2060]/.test(text)) return text;
  const dense = text
    .replace(/[\u180e\u200b-\u200d\u2060]/g, "")
    .trim()
    .replace(/(?<=[\p{Script=Han}\u3007\u00b7])\s+|\s+(?=[\p{Script=Han}\u3007\u00b7])/gu, "")
    .replace(/\s+/g, " ");
  if (dense !== text) correct("BLANKS");
  return dense;
}

function toNarrow(character: string): string {
  if (character === "\uffe5") return "\u00a5";
  if (character === "\u2212") return "-";
  return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}
