import { CodeError, type CodeErrorCode } from "../../codes/code-error.js";
import { CellError } from "./cell-error.js";
import { inTwoLanguages } from "./in-two-languages.js";

/** What a code's error says in Chinese; the error itself says it in English. */
const CHINESE: Readonly<Partial<Record<CodeErrorCode, string>>> = {
  ID_NUMBER_FORM: "公民身份号码应为 18 位（或旧 15 位）：17 位数字，末位为数字或 X",
  ID_NUMBER_BIRTH_DATE: "公民身份号码第 7 至 14 位不是有效的出生日期",
  ID_NUMBER_CHECK_DIGIT: "公民身份号码的校验位（第 18 位）与前 17 位不符",
  CREDIT_CODE_FORM:
    "统一社会信用代码应为 18 位数字或大写字母（不含 I、O、S、V、Z），第 3 至 8 位为行政区划代码",
  CREDIT_CODE_CHECK_DIGIT: "统一社会信用代码的校验位（第 18 位）与前 17 位不符",
  DIVISION_CODE: "行政区划代码应为 6 位（县）、9 位（乡镇、街道）或 12 位（村、社区）数字",
  DISABILITY_CERTIFICATE_FORM:
    "残疾人证号应为 18 位公民身份号码加残疾类别 1 位、残疾等级 1 位，补换发的再加 B 及次数",
  DISABILITY_CERTIFICATE_CODE:
    "残疾人证号中的残疾类别（第 19 位，1 至 7）或残疾等级（第 20 位，1 至 4）有误",
  DATE: "日期不存在或写法有误",
};

/**
 * What `read` answers, with a code's error turned into that of a cell.
 * @throws CellError with the code of the CodeError
 */
export function readCode<Value>(
  read: () => Value,
  expected: (code: CodeErrorCode) => string | null,
): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof CodeError)) throw error;
    const { code, message } = error;
    throw new CellError(code, inTwoLanguages(CHINESE[code] ?? code, message), expected(code));
  }
}
