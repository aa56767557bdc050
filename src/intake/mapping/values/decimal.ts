import { CellError } from "../cell-error.js";
import type { CellValue } from "../cell-value.js";
import { fixedDecimal } from "../fixed-decimal.js";
import { inTwoLanguages } from "../in-two-languages.js";
import { narrowed, widened } from "../narrowed.js";

/** A number of 0 to `most` with fixed `places`, a decimal string: an area in 亩 or ㎡, a score. */
export function decimal(places: 2 | 4, most: number): CellValue<string> {
  const example = `1.${"5".padEnd(places, "0")}`;
  return {
    read(text, correct) {
      const plain = narrowed(text, correct);
      const value = fixedDecimal(plain, places, most);
      if (value === null) {
        throw new CellError(
          "DECIMAL",
          inTwoLanguages(
            `应为 0 至 ${most} 的数，最多 ${places} 位小数`,
            `not a number of 0 to ${most} with ${places} decimal places at most`,
          ),
          inTwoLanguages(`如 ${example}`, `such as ${example}`),
        );
      }
      if (value !== plain) correct("AMOUNT_FORM");
      return value;
    },
    write: (value) => value,
    alternatives: (value) => [
      widened(value),
      ` ${value}`,
      ...(/\.\d*0$/.test(value) ? [value.replace(/\.?0+$/, "")] : []),
    ],
  };
}
