import { assertCreditCode, creditCodeCheckDigit } from "../../../codes/credit-code.js";
import type { CellValue } from "../cell-value.js";
import { readCode } from "../code-cell-error.js";
import { inTwoLanguages } from "../in-two-languages.js";
import { narrowedCapitals, widened } from "../narrowed.js";
import { refuseRounded } from "../refuse-rounded.js";

/** A unified social credit code (统一社会信用代码), in capitals. */
export const creditCode: CellValue<string> = {
  read(text, correct) {
    const plain = narrowedCapitals(text, correct);
    refuseRounded(plain);
    readCode(
      () => assertCreditCode(plain),
      (code) =>
        code === "CREDIT_CODE_CHECK_DIGIT"
          ? inTwoLanguages(
              `前 17 位无误时，末位应为 ${creditCodeCheckDigit(plain.slice(0, 17))}`,
              `${creditCodeCheckDigit(plain.slice(0, 17))} at the end, if the 17 before it are right`,
            )
          : inTwoLanguages("18 位统一社会信用代码", "a credit code of 18 characters"),
    );
    return plain;
  },
  write: (value) => value,
  alternatives: (value) => [value.toLowerCase(), widened(value), ` ${value}`],
};
