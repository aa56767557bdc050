import { CellError } from "./cell-error.js";
import { inTwoLanguages } from "./in-two-languages.js";

/** @throws CellError NUMBER_ROUNDED of a long number that a spreadsheet turned into a power of ten */
export function refuseRounded(text: string): void {
  if (!/^\d(\.\d+)?E\+?\d+$/i.test(text)) return;
  throw new CellError(
    "NUMBER_ROUNDED",
    inTwoLanguages(
      "长号码被表格软件改写为科学计数法，末尾数字已丢失",
      "a spreadsheet has turned the long number into a power of ten and lost its last digits",
    ),
    inTwoLanguages(
      "以文本格式重新填写完整号码",
      "the whole number again, in a cell formatted as text",
    ),
  );
}
