import { assertDate } from "../../codes/calendar.js";
import { assertDivisionCode } from "../../codes/division-code.js";

/**
 * The number of a report, `HD-330726-20261031-000042`: 核对, the division, the day, the place in
 * that day's reports from 1. A report that is completed later keeps its number.
 * @throws CodeError DIVISION_CODE, DATE; RangeError where the place is no positive whole number
 */
export function reportNumber(division: string, date: string, serial: number): string {
  assertDivisionCode(division);
  assertDate(date);
  if (!Number.isSafeInteger(serial) || serial < 1) {
    throw new RangeError("reports of a day are counted from 1");
  }
  return `HD-${division}-${date.replaceAll("-", "")}-${String(serial).padStart(6, "0")}`;
}
