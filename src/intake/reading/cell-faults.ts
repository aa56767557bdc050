import { CellError } from "../mapping/cell-error.js";
import { inTwoLanguages } from "../mapping/in-two-languages.js";
import type { CellFault } from "./raw-row.js";

const FAULTS: Readonly<Record<CellFault, () => CellError>> = {
  FORMULA: () => formulaError(),
  NUMBER_ROUNDED: () =>
    new CellError(
      "NUMBER_ROUNDED",
      inTwoLanguages(
        "超过 15 位的号码以数字格式存放，末尾数字已丢失",
        "a number of more than 15 digits was kept as a number and lost its last ones",
      ),
      inTwoLanguages(
        "以文本格式重新填写完整号码",
        "the whole number again, in a cell formatted as text",
      ),
    ),
  CELL_ERROR: () =>
    new CellError(
      "CELL_ERROR",
      inTwoLanguages("单元格是公式错误值", "the cell holds a formula's error"),
      inTwoLanguages("实际的值", "the value itself"),
    ),
};

/** The error of a spreadsheet's cell whose text cannot be trusted. */
export function faultError(fault: CellFault): CellError {
  return FAULTS[fault]();
}

/** The error of a cell with a formula: what it would answer is nobody's statement. */
export function formulaError(): CellError {
  return new CellError(
    "FORMULA",
    inTwoLanguages("单元格是公式，不予执行", "the cell is a formula, which is never run"),
    inTwoLanguages("公式的结果（选择性粘贴为数值）", "the formula's result, pasted as a value"),
  );
}
