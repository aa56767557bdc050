import { dayParts, existingDay, serialDay, withoutTimeOfDay } from "../calendar-forms.js";
import { CellError } from "../cell-error.js";
import type { CellValue } from "../cell-value.js";
import { serialOfDay } from "../excel-serial.js";
import { inTwoLanguages } from "../in-two-languages.js";
import { narrowed, widened } from "../narrowed.js";

const EXPECTED = inTwoLanguages("月份，如 2026-03", "a month, as in 2026-03");

/** A month, `YYYY-MM`; also 202603, 2026/3, 2026.03, 2026年3月, and any day of the month. */
export const yearMonth: CellValue<string> = {
  read(text, correct) {
    const trimmed = text.trim();
    if (trimmed !== text) correct("BLANKS");
    const plain = narrowed(withoutTimeOfDay(trimmed), correct);
    const serial = serialDay(plain, EXPECTED, correct);
    if (serial !== null) return serial.slice(0, 7);
    refuseAmbiguous(plain);
    const written = dayParts(plain) ?? monthParts(plain);
    if (!written) {
      throw new CellError("YEAR_MONTH", inTwoLanguages("不是月份", "this is no month"), EXPECTED);
    }
    const [year, month, date = "01"] = written;
    const value = existingDay(`${year}-${month}-${date}`, EXPECTED).slice(0, 7);
    if (value !== plain) correct("MONTH_FORM");
    return value;
  },
  write: (value) => value,
  alternatives(value) {
    const [year, month] = value.split("-").map(Number) as [number, number];
    const forms = [
      value.replace("-", ""),
      `${year}/${month}`,
      `${year}年${month}月`,
      `${value}-01`,
      widened(value),
      ` ${value}`,
    ];
    const serial = String(serialOfDay(`${value}-01`));
    return serial.length === 5 && !serial.startsWith("-") ? [...forms, serial] : forms;
  },
};

function monthParts(text: string): readonly [string, string, string?] | null {
  const match =
    /^(\d{4})[-/](\d{1,2})$/.exec(text) ??
    /^(\d{4})\.?(\d{2})$/.exec(text) ??
    /^(\d{4})年(\d{1,2})月份?$/.exec(text);
  return match && [match[1] ?? "", (match[2] ?? "").padStart(2, "0")];
}

/** 2026.1 is January, or October written as a number. */
function refuseAmbiguous(text: string): void {
  const match = /^(\d{4})\.1$/.exec(text);
  if (!match) return;
  throw new CellError(
    "YEAR_MONTH",
    inTwoLanguages(
      "无法区分 1 月与 10 月（10 月按数字填写时末尾的 0 会丢失）",
      "this is January, or October that lost its 0 as a number",
    ),
    inTwoLanguages(`${match[1]}-01 或 ${match[1]}-10`, `${match[1]}-01 or ${match[1]}-10`),
  );
}
