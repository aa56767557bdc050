import { CellError } from "./cell-error.js";
import type { Correction } from "./cell-value.js";
import { inTwoLanguages } from "./in-two-languages.js";

/**
 * Characters that Unicode holds as other forms of an official one: compatibility ideographs,
 * radicals in place of characters (copied from a PDF), and full-width digits and letters.
 */
const VARIANTS = /[\u2e9f\u2ef3\u2f00-\u2fd5\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu;
/** The Kangxi radicals by the characters they look like. */
const RADICALS: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 214 }, (_, place) => {
    const radical = String.fromCharCode(0x2f00 + place);
    return [radical.normalize("NFKC"), radical];
  }),
);

const WIDE_ALPHANUMERICS = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g;

/**
 * A text in official characters, what was changed being told. Nothing else is changed: a
 * traditional or rare character is a character of its own, and Chinese punctuation is wide by right.
 */
export function withOfficialCharacters(
  text: string,
  correct: (correction: Correction) => void,
): string {
  if (/^[\x20-\x7e\u3007\u4e00-\u9fff]*$/.test(text)) return text;
  const official = text.replace(VARIANTS, (character) => character.normalize("NFKC"));
  if (official !== text) correct("VARIANT_CHARACTER");
  const narrow = official.replace(WIDE_ALPHANUMERICS, (character) => character.normalize("NFKC"));
  if (narrow !== official) correct("FULL_WIDTH");
  return narrow;
}

/** A text with radicals in place of the characters that look like them, as a PDF gives it; the same where none does. */
export function withRadicals(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (character) => RADICALS.get(character) ?? character);
}

/** @throws CellError CHARACTER_UNKNOWN of a private-use or replacement character: which one was meant nobody can tell */
export function refuseUnknownCharacters(text: string): void {
  const [found] = /[\ue000-\uf8ff\ufffd\u{f0000}-\u{10ffff}]/u.exec(text) ?? [];
  if (found === undefined) return;
  const point = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
  throw new CellError(
    "CHARACTER_UNKNOWN",
    inTwoLanguages(
      `含有无法辨认的字符 ${point}（自造字或转换时丢失的字）`,
      `has ${point}, a character of somebody's own or one lost in conversion`,
    ),
    inTwoLanguages("该字的国家标准编码（GB 18030）", "the character's standard code (GB 18030)"),
  );
}
