import { parseDisabilityCertificate } from "../../../codes/disability-certificate.js";
import type { CellValue } from "../cell-value.js";
import { readCode } from "../code-cell-error.js";
import { inTwoLanguages } from "../in-two-languages.js";
import { narrowedCapitals, widened } from "../narrowed.js";
import { refuseRounded } from "../refuse-rounded.js";

/** The number of a disability certificate (残疾人证号). */
export const disabilityCertificate: CellValue<string> = {
  read(text, correct) {
    const plain = narrowedCapitals(text, correct);
    refuseRounded(plain);
    return readCode(
      () => parseDisabilityCertificate(plain).certificateNumber,
      () =>
        inTwoLanguages(
          "公民身份号码 + 残疾类别 1 位 + 残疾等级 1 位",
          "ID number, category digit and grade digit",
        ),
    );
  },
  write: (value) => value,
  alternatives: (value) => [
    widened(value),
    ` ${value}`,
    ...(/X|B/.test(value) ? [value.toLowerCase()] : []),
  ],
};
