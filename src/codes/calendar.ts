import { CodeError } from "./code-error.js";

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const YEAR_MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const DAY = 86_400_000;
const SHANGHAI_OFFSET = 8 * 3_600_000;

/** Passes a day of the Gregorian calendar written `YYYY-MM-DD`. @throws CodeError DATE */
export function assertDate(text: string): void {
  const match = DATE.exec(text);
  if (!match) throw new CodeError("DATE", "a date is written YYYY-MM-DD");
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1) throw new CodeError("DATE", "the year 0000 does not exist");
  if (month < 1 || month > 12) {
    throw new CodeError("DATE", `month ${match[2]} of the date is not 01 to 12`);
  }
  if (day < 1 || day > daysInMonth(year, month)) {
    throw new CodeError("DATE", `${match[1]}-${match[2]} has no day ${match[3]}`);
  }
}

/** Passes a month of the Gregorian calendar written `YYYY-MM`. @throws CodeError YEAR_MONTH */
export function assertYearMonth(text: string): void {
  const match = YEAR_MONTH.exec(text);
  if (!match || match[1] === "0000") {
    throw new CodeError("YEAR_MONTH", "a month is written YYYY-MM, with MM from 01 to 12");
  }
}

/** Number of days of a month; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) {
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return leap ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Full years of age (周岁) on a day; both are `YYYY-MM-DD`. Somebody born on 29 February turns a
 * year older on 1 March of a common year. Negative before birth.
 */
export function ageOn(birthDate: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Months from one month to another, negative backwards; days are ignored where dates are given. */
export function monthsBetween(from: string, to: string): number {
  return monthIndex(to) - monthIndex(from);
}

/** The month so many months later, or earlier where negative; takes and gives `YYYY-MM`. */
export function addMonths(month: string, months: number): string {
  assertYearMonth(month);
  const index = monthIndex(month) + months;
  return `${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1, 2)}`;
}

/** The date so many days later, or earlier where negative. */
export function addDays(date: string, days: number): string {
  assertDate(date);
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** The same day so many years later, or earlier where negative; 29 February becomes the 28th where there is none. */
export function addYears(date: string, years: number): string {
  assertDate(date);
  const year = Number(date.slice(0, 4)) + years;
  const day = Math.min(Number(date.slice(8)), daysInMonth(year, Number(date.slice(5, 7))));
  return `${pad(year, 4)}${date.slice(4, 8)}${pad(day, 2)}`;
}

/** Days from one date to another, negative backwards. */
export function daysBetween(from: string, to: string): number {
  assertDate(from);
  assertDate(to);
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** The calendar date in Asia/Shanghai at a moment, wherever the process runs. */
export function todayInShanghai(now: Date): string {
  return new Date(now.getTime() + SHANGHAI_OFFSET).toISOString().slice(0, 10);
}

/** A moment to the second with the offset of Asia/Shanghai, `2026-03-01T08:00:00+08:00`. */
export function momentInShanghai(moment: Date): string {
  const local = new Date(moment.getTime() + SHANGHAI_OFFSET).toISOString();
  return `${local.slice(0, 19)}+08:00`;
}

function monthIndex(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
