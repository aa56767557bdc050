import { decimalParts } from "./decimal-parts.js";

/** A plain decimal number in its one form; null where it is none, has more places, or is out of range. */
export function fixedDecimal(text: string, places: number, most: number): string | null {
  const parts = decimalParts(text);
  if (!parts || parts.fraction.length > places) return null;
  const value = `${parts.whole}.${parts.fraction.padEnd(places, "0")}`;
  if (parts.sign === "-" && Number(value) !== 0) return null;
  return Number(value) <= most ? value : null;
}
