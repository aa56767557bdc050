import { plainText } from "../../../codes/plain-text.js";
import { CellError } from "../cell-error.js";
import type { CellValue } from "../cell-value.js";
import { inTwoLanguages } from "../in-two-languages.js";

const TERMS: ReadonlyMap<string, boolean> = new Map([
  ...["是", "有", "1", "Y", "YES", "TRUE", "√"].map((term) => [term, true] as const),
  ...["否", "无", "0", "N", "NO", "FALSE", "×"].map((term) => [term, false] as const),
]);

/** Yes or no (是/否), also 有/无, 1/0, Y/N and ticks. */
export const yesNo: CellValue<boolean> = {
  read(text, correct) {
    const plain = TERMS.has(text) ? text : plainText(text);
    const value = TERMS.get(plain);
    if (value === undefined) {
      throw new CellError(
        "YES_NO",
        inTwoLanguages("应填是或否", "this says neither yes nor no"),
        inTwoLanguages("是、否", "是 (yes) or 否 (no)"),
      );
    }
    if (text !== (value ? "是" : "否")) correct(plain === text ? "CODE_FORM" : "FULL_WIDTH");
    return value;
  },
  write: (value) => (value ? "是" : "否"),
  alternatives: (value) => (value ? ["有", "1", "Y", "１"] : ["无", "0", "N", "０"]),
};
