import { dayOfSerial } from "../../mapping/excel-serial.js";
import type { CellFault } from "../raw-row.js";

/** Days from 1899-12-30 to 1904-01-01. */
const OFFSET_1904 = 1462;

/** Digits that a spreadsheet keeps of a number. */
const DIGITS = 15;

/** A cell's text, and why it cannot be trusted. */
export interface CellText {
  readonly text: string;
  readonly fault: CellFault | null;
}

/** The text of a number: as a spreadsheet shows it, to 15 digits. A longer whole number has lost its last ones. */
export function numberText(written: string): CellText {
  const value = Number(written);
  if (written === "" || !Number.isFinite(value)) return { text: written, fault: null };
  const rounded = Number.isInteger(value) && Math.abs(value) >= 10 ** DIGITS;
  const shown = Math.abs(value) < 1e21 ? plainDigits(value) : written;
  return { text: shown, fault: rounded ? "NUMBER_ROUNDED" : null };
}

/** The day, or day and time, that a number stands for in a cell formatted as a date. */
export function dateText(written: string, from1904: boolean): CellText {
  const serial = Number(written) + (from1904 ? OFFSET_1904 : 0);
  if (written === "" || !(serial >= 61 && serial < 200_000)) return numberText(written);
  const day = dayOfSerial(serial);
  const seconds = Math.round((serial % 1) * 86_400);
  if (seconds === 0 || seconds === 86_400) return { text: day, fault: null };
  const time = new Date(seconds * 1000).toISOString().slice(11, 19);
  return { text: `${day} ${time}`, fault: null };
}

function plainDigits(value: number): string {
  const text = String(Number(value.toPrecision(DIGITS)));
  if (!text.includes("e")) return text;
  return Math.abs(value) < 1 ? value.toFixed(DIGITS).replace(/0+$/, "") : BigInt(value).toString();
}
