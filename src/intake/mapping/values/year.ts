import { CellError } from "../cell-error.js";
import type { CellValue } from "../cell-value.js";
import { inTwoLanguages } from "../in-two-languages.js";
import { narrowed, widened } from "../narrowed.js";

/** A calendar year from 1900 to 2100. */
export const year: CellValue<number> = {
  read(text, correct) {
    const plain = narrowed(text, correct);
    const digits = plain.replace(/年度?$/, "");
    const value = /^\d{4}$/.test(digits) ? Number(digits) : 0;
    if (value < 1900 || value > 2100) {
      throw new CellError(
        "YEAR",
        inTwoLanguages("应为 1900 至 2100 的年份", "not a year of 1900 to 2100"),
        inTwoLanguages("如 2026", "such as 2026"),
      );
    }
    if (digits !== plain) correct("DATE_FORM");
    return value;
  },
  write: String,
  alternatives: (value) => [`${value}年`, widened(String(value))],
};
