import { CellError } from "../cell-error.js";
import type { CellValue } from "../cell-value.js";
import { inTwoLanguages } from "../in-two-languages.js";
import { narrowedCapitals, widened } from "../narrowed.js";
import { refuseRounded } from "../refuse-rounded.js";

/** A number or code of one form in capitals, without blanks: a household's number, an ICD-10 code. */
export function identifier(form: RegExp, example: string): CellValue<string> {
  return {
    read(text, correct) {
      const plain = narrowedCapitals(text, correct);
      refuseRounded(plain);
      if (!form.test(plain)) {
        throw new CellError(
          "IDENTIFIER",
          inTwoLanguages("编号的写法有误", "the number is not of the form it has"),
          inTwoLanguages(`如 ${example}`, `such as ${example}`),
        );
      }
      return plain;
    },
    write: (value) => value,
    alternatives: (value) => [
      widened(value),
      ` ${value}`,
      ...(/[A-Z]/.test(value) ? [value.toLowerCase()] : []),
    ],
  };
}
