import { addDays, daysBetween } from "../../codes/calendar.js";

/** The day that a spreadsheet counts as 0: its 29 February 1900 never was. */
const EPOCH = "1899-12-30";

/** The day of an Excel serial number, the time of day dropped; right from 1 March 1900 (61) on. */
export function dayOfSerial(serial: number): string {
  return addDays(EPOCH, Math.floor(serial));
}

/** The Excel serial number of a day. */
export function serialOfDay(day: string): number {
  return daysBetween(EPOCH, day);
}
