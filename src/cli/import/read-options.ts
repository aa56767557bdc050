import { InvalidArgumentError } from "commander";
import { assertDate, todayInShanghai } from "../../codes/calendar.js";

/** A day that has begun, `YYYY-MM-DD`: a later one would keep every file before it out. */
export function readDay(text: string): string {
  try {
    assertDate(text);
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
  if (text > todayInShanghai(new Date())) throw new InvalidArgumentError("it has not come yet");
  return text;
}

/** How many rows. */
export function readRows(text: string): number {
  const rows = Number(text);
  if (Number.isSafeInteger(rows) && rows > 0) return rows;
  throw new InvalidArgumentError("it must be a whole number above 0");
}
