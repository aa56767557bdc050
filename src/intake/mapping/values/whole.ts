import { CellError } from "../cell-error.js";
import type { CellValue } from "../cell-value.js";
import { inTwoLanguages } from "../in-two-languages.js";
import { narrowed, widened } from "../narrowed.js";

/** A whole number from `least` to `most`: a count, an order. */
export function whole(least: number, most: number): CellValue<number> {
  return {
    read(text, correct) {
      const plain = narrowed(text, correct);
      const value = /^\d{1,9}$/.test(plain) ? Number(plain) : Number.NaN;
      if (value >= least && value <= most) return value;
      const range = `${least}–${most}`;
      throw new CellError(
        "WHOLE_NUMBER",
        inTwoLanguages(`应为 ${least} 至 ${most} 的整数`, `not a whole number of ${range}`),
        range,
      );
    },
    write: String,
    alternatives: (value) => [widened(String(value)), ` ${value}`],
  };
}
