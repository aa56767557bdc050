import { addDays } from "../codes/calendar.js";

/** A kind of record, for the day on which its source last spoke. */
export type SourceName = keyof typeof LAG_DAYS;

/** Until when a source's data speaks, and when it was fetched. */
export interface SourceDay {
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Two o'clock in the night of that day, with offset. */
  readonly fetchedAt: string;
}

/** The day of every source. */
export type SourceDays = Readonly<Record<SourceName, SourceDay>>;

/** Days by which each source usually lags behind the county's as-of date. */
const LAG_DAYS = {
  household: 1,
  medicalInsurance: 3,
  disability: 7,
  agriculture: 15,
  householdRegistration: 1,
  vehicles: 2,
  realEstate: 5,
  socialInsurance: 10,
  housingFund: 12,
  incomeTax: 30,
  businesses: 4,
  financialAssets: 20,
  student: 45,
} as const;

const usual = new Map<string, SourceDays>();

/** The days of all sources of a county on time; one object for all its households. */
export function usualSourceDays(countyAsOf: string): SourceDays {
  const known = usual.get(countyAsOf);
  if (known) return known;
  const names = Object.keys(LAG_DAYS) as SourceName[];
  const days = Object.fromEntries(
    names.map((name) => [name, sourceDay(addDays(countyAsOf, -LAG_DAYS[name]))]),
  ) as Record<SourceName, SourceDay>;
  usual.set(countyAsOf, days);
  return days;
}

/** The same days with one source so many days further behind. */
export function delayed(days: SourceDays, name: SourceName, by: number): SourceDays {
  return { ...days, [name]: sourceDay(addDays(days[name].asOf, -by)) };
}

function sourceDay(asOf: string): SourceDay {
  return { asOf, fetchedAt: `${asOf}T02:00:00+08:00` };
}
