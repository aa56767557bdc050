import fc from "fast-check";
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  assertDate,
  assertYearMonth,
  daysBetween,
  monthsBetween,
  todayInShanghai,
} from "../../src/codes/calendar.js";

const dates = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2100-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const months = dates.map((date) => date.slice(0, 7));

describe("calendar", () => {
  it.each([
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "26-01-01",
    "2026/01/01",
    "0000-01-01",
  ])("%s -> no date", (text) => {
    expect(() => assertDate(text)).toThrow(expect.objectContaining({ code: "DATE" }));
  });

  it.each(["2026-13", "2026-00", "202610", "2026-1", "2026-10-01", "0000-01"])(
    "%s -> no month",
    (text) => {
      expect(() => assertYearMonth(text)).toThrow(expect.objectContaining({ code: "YEAR_MONTH" }));
    },
  );

  it("every day there is passes", () => {
    fc.assert(fc.property(dates, (date) => assertDate(date)));
    expect(() => assertDate("2000-02-29")).not.toThrow();
    expect(() => assertDate("1900-02-29")).toThrow();
  });

  it("age never falls as days go by, and grows by one in a year", () => {
    fc.assert(
      fc.property(dates, dates, fc.nat({ max: 40_000 }), (birthDate, date, days) => {
        expect(ageOn(birthDate, addDays(date, days))).toBeGreaterThanOrEqual(
          ageOn(birthDate, date),
        );
        expect(ageOn(birthDate, addYears(birthDate, 18))).toBe(
          birthDate.endsWith("02-29") ? 17 : 18,
        );
      }),
    );
  });

  it.each([
    ["2008-10-31", "2026-10-30", 17],
    ["2008-10-31", "2026-10-31", 18],
    ["2008-02-29", "2026-02-28", 17],
    ["2008-02-29", "2026-03-01", 18],
    ["2026-10-31", "2026-10-31", 0],
  ])("born %s, on %s -> %i", (birthDate, date, age) => {
    expect(ageOn(birthDate, date)).toBe(age);
  });

  it("months added and counted undo each other", () => {
    fc.assert(
      fc.property(months, fc.integer({ min: -900, max: 900 }), (month, count) => {
        expect(monthsBetween(month, addMonths(month, count))).toBe(count);
      }),
    );
    expect(addMonths("2026-10", 3)).toBe("2027-01");
    expect(addMonths("2026-01", -1)).toBe("2025-12");
  });

  it("days added and counted undo each other", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -9000, max: 9000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it("five to midnight in Shanghai and five past -> two days, whatever the process's zone", () => {
    expect(todayInShanghai(new Date("2026-10-31T15:55:00Z"))).toBe("2026-10-31");
    expect(todayInShanghai(new Date("2026-10-31T16:05:00Z"))).toBe("2026-11-01");
  });
});
