import { dayParts, existingDay, serialDay, withoutTimeOfDay } from "../calendar-forms.js";
import { CellError } from "../cell-error.js";
import type { CellValue } from "../cell-value.js";
import { serialOfDay } from "../excel-serial.js";
import { inTwoLanguages } from "../in-two-languages.js";
import { narrowed, widened } from "../narrowed.js";

const EXPECTED = inTwoLanguages("日期，如 2026-03-05", "a date, as in 2026-03-05");

/** A day, `YYYY-MM-DD`; also 2026/3/5, 2026.3.5, 20260305, 2026年3月5日 and Excel's serial numbers. */
export const day: CellValue<string> = {
  read(text, correct) {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return existingDay(text, EXPECTED);
    const trimmed = text.trim();
    if (trimmed !== text) correct("BLANKS");
    const written = withoutTimeOfDay(trimmed);
    const plain = narrowed(written, correct);
    const serial = serialDay(plain, EXPECTED, correct);
    if (serial !== null) return serial;
    const parts = dayParts(plain);
    if (!parts) {
      throw new CellError("DATE", inTwoLanguages("不是日期", "this is no date"), EXPECTED);
    }
    const value = existingDay(parts.join("-"), EXPECTED);
    if (value !== plain || written !== trimmed) correct("DATE_FORM");
    return value;
  },
  write: (value) => value,
  alternatives(value) {
    const [year, month, date] = value.split("-").map(Number) as [number, number, number];
    const forms = [
      `${year}/${month}/${date}`,
      `${year}.${month}.${date}`,
      value.replaceAll("-", ""),
      `${year}年${month}月${date}日`,
      `${value} 00:00:00`,
      widened(value),
      ` ${value}`,
    ];
    const serial = String(serialOfDay(value));
    return serial.length === 5 && !serial.startsWith("-") ? [...forms, serial] : forms;
  },
};
