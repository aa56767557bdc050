import { idNumberCheckDigit, parseIdNumber } from "../../../codes/id-number.js";
import type { CellValue } from "../cell-value.js";
import { readCode } from "../code-cell-error.js";
import { inTwoLanguages } from "../in-two-languages.js";
import { narrowedCapitals, widened } from "../narrowed.js";
import { refuseRounded } from "../refuse-rounded.js";

/** An ID number (公民身份号码) in its 18 characters; 15-digit numbers are lengthened. */
export const idNumber: CellValue<string> = {
  read(text, correct) {
    const plain = narrowedCapitals(text, correct);
    refuseRounded(plain);
    const { idNumber } = readCode(
      () => parseIdNumber(plain),
      (code) =>
        code === "ID_NUMBER_CHECK_DIGIT"
          ? inTwoLanguages(
              `前 17 位无误时，末位应为 ${idNumberCheckDigit(plain.slice(0, 17))}`,
              `${idNumberCheckDigit(plain.slice(0, 17))} at the end, if the 17 digits are right`,
            )
          : null,
    );
    if (idNumber !== plain) correct("ID_NUMBER_15");
    return idNumber;
  },
  write: (value) => value,
  alternatives(value) {
    const forms = [widened(value), ` ${value}`, `${value.slice(0, 6)} ${value.slice(6)}\u3000`];
    if (value.endsWith("X")) forms.push(value.toLowerCase());
    const lengthened = value.slice(6, 8) === "19";
    return lengthened ? [...forms, value.slice(0, 6) + value.slice(8, 17)] : forms;
  },
};
