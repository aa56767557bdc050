import { GraphQLScalarType, Kind, type ValueNode } from "graphql";
import { assertDate, assertYearMonth } from "../codes/calendar.js";
import { CodeError } from "../codes/code-error.js";
import { assertCreditCode } from "../codes/credit-code.js";
import { assertDivisionCode } from "../codes/division-code.js";
import { parseIdNumber } from "../codes/id-number.js";
import { assertMoney } from "../codes/money.js";
import { HubError } from "../errors.js";
import { bilingual } from "./descriptions.js";

/** A scalar carried as text: `check` gives the normalised text or throws a CodeError that says what is wrong. */
function textScalar(
  name: string,
  description: string,
  check: (text: string) => string,
  serialize: (value: unknown) => unknown = (value) => value,
): GraphQLScalarType<string, unknown> {
  const read = (value: unknown, node?: ValueNode): string => {
    if (typeof value !== "string") {
      throw badInput(name, `${name} must be given as a string`, node);
    }
    try {
      return check(value);
    } catch (error) {
      if (!(error instanceof CodeError)) throw error;
      throw badInput(name, error.message, node, error.code);
    }
  };
  return new GraphQLScalarType<string, unknown>({
    name,
    description,
    serialize,
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined, node),
  });
}

/** Names the scalar as the argument until the place in the operation is known. */
function badInput(argument: string, message: string, node?: ValueNode, reason?: string): HubError {
  return new HubError(
    "BAD_USER_INPUT",
    message,
    { argument, ...(reason ? { reason } : {}) },
    { nodes: node },
  );
}

/** A strict check gives nothing back: the text stands as it was given. */
const checkedBy = (assert: (text: string) => unknown) => (text: string) => {
  assert(text);
  return text;
};

export const IdNumber = textScalar(
  "IdNumber",
  bilingual(
    "公民身份号码（GB 11643，18 位；校验码错误时返回 BAD_USER_INPUT）。",
    "Citizen ID number (GB 11643, 18 characters). A wrong check digit or birth date is BAD_USER_INPUT.",
  ),
  (text) => parseIdNumber(text).idNumber,
);

export const CreditCode = textScalar(
  "CreditCode",
  bilingual("统一社会信用代码（GB 32100，18 位）。", "Unified social credit code (GB 32100)."),
  checkedBy(assertCreditCode),
);

export const DivisionCode = textScalar(
  "DivisionCode",
  bilingual(
    "行政区划代码（GB/T 2260）：县 6 位、乡镇（街道）9 位、村（社区）12 位。",
    "Administrative division code (GB/T 2260): county 6, township 9, village 12 digits.",
  ),
  checkedBy(assertDivisionCode),
);

export const Money = textScalar(
  "Money",
  bilingual(
    '金额：以元为单位、保留两位小数的字符串，如 "833.33"。',
    'Amount of money: a decimal string in yuan with two places, "833.33". Never a float.',
  ),
  checkedBy(assertMoney),
);

export const Decimal = textScalar(
  "Decimal",
  bilingual(
    "十进制数字符串，不带多余的零。",
    "Exact decimal number as a string, without trailing zeros.",
  ),
  checkedBy((text) => {
    if (!/^-?\d{1,12}(\.\d{1,6})?$/.test(text)) {
      throw new CodeError("DECIMAL", "a Decimal is digits with at most six decimal places");
    }
  }),
  (value) =>
    String(value)
      .replace(/(\.\d*?)0+$/, "$1")
      .replace(/\.$/, ""),
);

export const YearMonth = textScalar(
  "YearMonth",
  bilingual("年月，格式 YYYY-MM。", "Calendar month, YYYY-MM."),
  checkedBy(assertYearMonth),
);

export const CalendarDate = textScalar(
  "Date",
  bilingual("日期，格式 YYYY-MM-DD（北京时间）。", "Calendar date, YYYY-MM-DD (Asia/Shanghai)."),
  checkedBy(assertDate),
);

export const Timestamp = textScalar(
  "DateTime",
  bilingual("带时区的时间（ISO 8601）。", "Point in time with offset (ISO 8601)."),
  checkedBy((text) => {
    if (!/^\d{4}-\d{2}-\d{2}T/.test(text) || Number.isNaN(Date.parse(text))) {
      throw new CodeError("TIMESTAMP", "a DateTime is ISO 8601 with an offset");
    }
  }),
);
