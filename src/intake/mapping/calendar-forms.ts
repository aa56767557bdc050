import { assertDate } from "../../codes/calendar.js";
import { CodeError } from "../../codes/code-error.js";
import { CellError } from "./cell-error.js";
import type { Correction } from "./cell-value.js";
import { dayOfSerial } from "./excel-serial.js";
import { inTwoLanguages } from "./in-two-languages.js";

const TIME_OF_DAY = /[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;

/** 5 digits, so that no year is taken for a serial number: 1927-05-18 to 2173-10-13. */
const SERIAL = /^([1-9]\d{4})(\.\d+)?$/;

/** A day as it was written, without the time of day that exports add. */
export function withoutTimeOfDay(text: string): string {
  return text.replace(TIME_OF_DAY, "");
}

/** Year, month and day of the forms 2026-3-5, 2026/3/5, 2026.3.5, 20260305 and 2026年3月5日; null of any other. */
export function dayParts(text: string): readonly [string, string, string] | null {
  const match =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})(年)(\d{1,2})月(\d{1,2})[日号]$/.exec(text);
  if (!match) return null;
  return [match[1] ?? "", (match[3] ?? "").padStart(2, "0"), (match[4] ?? "").padStart(2, "0")];
}

/** The day of an Excel serial number; null where the text is none. @throws CellError DATE */
export function serialDay(
  text: string,
  expected: string,
  correct: (correction: Correction) => void,
): string | null {
  const match = SERIAL.exec(text);
  if (!match) return null;
  correct("EXCEL_SERIAL_DATE");
  return existingDay(dayOfSerial(Number(match[1])), expected);
}

/** Passes a day of 1850 to 2150. @throws CellError DATE */
export function existingDay(day: string, expected: string): string {
  try {
    assertDate(day);
  } catch (error) {
    if (!(error instanceof CodeError)) throw error;
    throw new CellError("DATE", inTwoLanguages(`${day} 这一天不存在`, error.message), expected);
  }
  if (day < "1850" || day > "2151") {
    const message = inTwoLanguages(
      `${day} 不在 1850 至 2150 年间`,
      `${day} is not of 1850 to 2150`,
    );
    throw new CellError("DATE", message, expected);
  }
  return day;
}
