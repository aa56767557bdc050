import { CellError } from "../cell-error.js";
import type { CellValue } from "../cell-value.js";
import { inTwoLanguages } from "../in-two-languages.js";
import { narrowed, widened } from "../narrowed.js";
import { fixedDecimal } from "../fixed-decimal.js";

const PLACES = 4;

/** A share from 0 to 1 with four places, which files also write as 50% or 1/2. */
export const share: CellValue<string> = {
  read(text, correct) {
    const plain = narrowed(text, correct);
    const value = ofPercentage(plain) ?? ofFraction(plain) ?? fixedDecimal(plain, PLACES, 1);
    if (value === null) {
      throw new CellError(
        "SHARE",
        inTwoLanguages(
          "份额应为 0 至 1，最多四位小数",
          "not a share of 0 to 1 with four places at most",
        ),
        inTwoLanguages("如 0.5、50% 或 1/2", "such as 0.5, 50% or 1/2"),
      );
    }
    if (value !== plain) correct("AMOUNT_FORM");
    return value;
  },
  write: (value) => value,
  alternatives: (value) => [
    `${hundredfold(value)}%`,
    widened(value),
    ...(value === "0.5000" ? ["1/2"] : []),
  ],
};

function ofPercentage(text: string): string | null {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?%$/.exec(text);
  if (!match) return null;
  const hundredths = `${match[1]}${(match[2] ?? "").padEnd(2, "0")}`.padStart(PLACES + 1, "0");
  return fixedDecimal(`${hundredths.slice(0, -PLACES)}.${hundredths.slice(-PLACES)}`, PLACES, 1);
}

/** A part of so many, to the nearest of four places. */
function ofFraction(text: string): string | null {
  const match = /^(\d{1,4})\/([1-9]\d{0,3})$/.exec(text);
  if (!match || Number(match[1]) > Number(match[2])) return null;
  return (Number(match[1]) / Number(match[2])).toFixed(PLACES);
}

function hundredfold(value: string): string {
  const [whole = "", places = ""] = value.split(".");
  return `${whole}${places.slice(0, 2)}.${places.slice(2)}`
    .replace(/^0+(?=\d)/, "")
    .replace(/\.?0+$/, "");
}
