import { char, date, numeric } from "drizzle-orm/pg-core";

/** An amount of money in 元, two places: read and written as a decimal string. */
export function money(column: string) {
  return numeric(column, { precision: 14, scale: 2 });
}

/** A decimal of fixed `places` (two for areas in 亩 or ㎡ and scores, four for shares): a decimal string. */
export function decimal(column: string, places: 2 | 4) {
  return numeric(column, { precision: 12, scale: places });
}

/** A day, `YYYY-MM-DD`. */
export function day(column: string) {
  return date(column, { mode: "string" });
}

/** A month, `YYYY-MM`. */
export function yearMonth(column: string) {
  return char(column, { length: 7 });
}
