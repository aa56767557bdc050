import { is } from "drizzle-orm";
import { char, customType, date, numeric, PgCustomColumn } from "drizzle-orm/pg-core";

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

const personKeyType = customType<{ data: string; driverData: string }>({
  dataType: () => "varchar(22)",
});

/** A person, by a keyed hash of the ID number; no table of a department holds the number in clear. */
export function personKey(column: string) {
  return personKeyType(column);
}

export function isPersonKey(column: unknown): boolean {
  return is(column, PgCustomColumn) && column.getSQLType() === "varchar(22)";
}

const sealedType = customType<{ data: string; driverData: string }>({ dataType: () => "text" });

/** A text that is encrypted at rest, about its column and the row's `person`. */
export function sealed(column: string) {
  return sealedType(column);
}

export function isSealed(column: unknown): boolean {
  return is(column, PgCustomColumn) && column.getSQLType() === "text";
}
