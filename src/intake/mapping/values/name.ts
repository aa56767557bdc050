import { CellError } from "../cell-error.js";
import type { CellValue } from "../cell-value.js";
import { inTwoLanguages } from "../in-two-languages.js";
import { withoutBlanks } from "../narrowed.js";
import {
  refuseUnknownCharacters,
  withOfficialCharacters,
  withRadicals,
} from "../variant-characters.js";

/** Dots that are keyed for the one of minority names (间隔号, U+00B7). */
const DOTS = /[\u2022\u2027\u2219\u22c5\u30fb\uff65\uff0e.](?=.)/g;

/** Circles that are keyed for the character 〇 (U+3007). */
const CIRCLES = /[\u25cb\u25ef]/g;

/**
 * A person's name. Put right is only what was never a character of its own: compatibility forms,
 * the dots of minority names, a circle for 〇, blanks between Chinese characters. A rare character
 * stays what it is; a placeholder for a lost one is an error.
 */
export const name: CellValue<string> = {
  read(text, correct) {
    const official = withOfficialCharacters(withoutBlanks(text, correct), correct);
    const named = official.replace(CIRCLES, "〇");
    const dotted = /\p{Script=Han}/u.test(named) ? named.replace(DOTS, "·") : named;
    if (dotted !== official) correct("VARIANT_CHARACTER");
    refuseUnknownCharacters(dotted);
    if (!/^[\p{L}\p{M}〇·.'’ -]{1,60}$/u.test(dotted)) {
      throw new CellError(
        "NAME_CHARACTER",
        inTwoLanguages(
          "姓名中有数字、问号、星号等不属于姓名的字符，或超过 60 字",
          "the name has digits, question marks, asterisks or other characters that no name has, or more than 60",
        ),
      );
    }
    return dotted;
  },
  write: (value) => value,
  alternatives(value) {
    const forms = [` ${value}`, `${value}\u3000`];
    if (value.includes("·")) forms.push(value.replaceAll("·", "．"), value.replaceAll("·", "."));
    if (withRadicals(value) !== value) forms.push(withRadicals(value));
    if (value.includes("〇")) forms.push(value.replaceAll("〇", "○"));
    return /^\p{Script=Han}{2}$/u.test(value) ? [...forms, [...value].join("\u3000")] : forms;
  },
};
