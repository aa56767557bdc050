import { assertDivisionCode } from "../../../codes/division-code.js";
import { CellError } from "../cell-error.js";
import type { CellValue } from "../cell-value.js";
import { readCode } from "../code-cell-error.js";
import { inTwoLanguages } from "../in-two-languages.js";
import { narrowed, widened } from "../narrowed.js";
import { refuseRounded } from "../refuse-rounded.js";

/**
 * A division code of so many digits, of any length where none is said; the statistical code of a
 * higher division, which zeros fill up to 12 digits, is shortened.
 */
export function division(digits?: 6 | 9 | 12): CellValue<string> {
  const expected = digits
    ? inTwoLanguages(`${digits} 位行政区划代码`, `a division code of ${digits} digits`)
    : inTwoLanguages("6、9 或 12 位行政区划代码", "a division code of 6, 9 or 12 digits");
  return {
    read(text, correct) {
      const plain = narrowed(text, correct);
      refuseRounded(plain);
      readCode(
        () => assertDivisionCode(plain),
        () => expected,
      );
      if (digits === undefined || plain.length === digits) return plain;
      const short = plain.slice(0, digits);
      if (plain.length < digits || /[^0]/.test(plain.slice(digits))) {
        throw new CellError(
          "DIVISION_CODE",
          inTwoLanguages(
            `行政区划代码应为 ${digits} 位`,
            `the division code is not of ${digits} digits`,
          ),
          expected,
        );
      }
      correct("CODE_FORM");
      return short;
    },
    write: (value) => value,
    alternatives: (value) => [
      widened(value),
      ` ${value}`,
      ...(digits === 9 ? [`${value}000`] : []),
    ],
  };
}
