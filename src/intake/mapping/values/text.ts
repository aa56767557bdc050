import { CellError } from "../cell-error.js";
import type { CellValue } from "../cell-value.js";
import { inTwoLanguages } from "../in-two-languages.js";
import { withoutBlanks } from "../narrowed.js";
import { refuseUnknownCharacters, withOfficialCharacters } from "../variant-characters.js";

const LONGEST = 1_000;

/** A free text: an address, the name of a school; blanks around it and line breaks in it do not count. */
export const text: CellValue<string> = {
  read(cell, correct) {
    const official = withOfficialCharacters(withoutBlanks(cell, correct), correct);
    refuseUnknownCharacters(official);
    if (official.length > LONGEST || /[\x00-\x1f\x7f]/.test(official)) {
      throw new CellError(
        "TEXT",
        inTwoLanguages(
          `文本超过 ${LONGEST} 字或含有控制字符`,
          `the text is longer than ${LONGEST} characters or has control characters`,
        ),
      );
    }
    return official;
  },
  write: (value) => value,
  alternatives: (value) => [` ${value}`, `${value}\u3000`],
};
