import { CellError } from "../cell-error.js";
import type { CellValue } from "../cell-value.js";
import { inTwoLanguages } from "../in-two-languages.js";
import { narrowedCapitals, widened } from "../narrowed.js";

const PLATE =
  /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z0-9][A-HJ-NP-Z0-9]{4,6}[A-HJ-NP-Z0-9学警挂港澳试超领]?$/;

/** A number plate (号牌号码, GA 36), without dots and blanks; it has no letters I and O after the second character. */
export const plateNumber: CellValue<string> = {
  read(text, correct) {
    const plain = narrowedCapitals(text, correct);
    const plate = plain.replace(/[·•.-]/g, "");
    if (plate !== plain) correct("CODE_FORM");
    if (plate.length < 7 || plate.length > 8 || !PLATE.test(plate)) {
      const likely = plate.slice(0, 2) + plate.slice(2).replaceAll("O", "0").replaceAll("I", "1");
      throw new CellError(
        "PLATE_NUMBER",
        inTwoLanguages("不是号牌号码", "this is no number plate"),
        PLATE.test(likely) && likely !== plate
          ? likely
          : inTwoLanguages("如 浙G12345", "such as 浙G12345"),
      );
    }
    return plate;
  },
  write: (value) => value,
  alternatives: (value) => [
    `${value.slice(0, 2)}·${value.slice(2)}`,
    value.toLowerCase(),
    widened(value),
    `${value.slice(0, 2)} ${value.slice(2)}`,
  ],
};
