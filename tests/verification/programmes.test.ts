import fc from "fast-check";
import type { AssistanceProgramme } from "../../src/codes/code-tables.js";
import { addDays, addYears, daysBetween } from "../../src/codes/calendar.js";
import { PROGRAMMES } from "../../src/verification/programmes/index.js";
import {
  gradualExitFrom,
  gradualExitState,
} from "../../src/verification/programmes/gradual-exit.js";
import { disabled, estate, insured, vehicle } from "./cases/records.js";
import { DATE, failed, found, PARAMETERS, situation, type Facts } from "./situations.js";

const of = (programme: AssistanceProgramme, facts: Facts) =>
  PROGRAMMES[programme](situation(facts), PARAMETERS, DATE);

const annual = (otherIncome: string): Facts => ({ declared: { otherIncome } });

/** What decides, by programme and situation. */
const verdicts: readonly (readonly [AssistanceProgramme, string, string, Facts])[] = [
  ["MINIMUM_LIVING", "income on the standard", "CONDITIONS_MET", annual("10000.00")],
  ["MINIMUM_LIVING", "income above it", "CONDITIONS_NOT_MET", annual("10000.02")],
  [
    "MINIMUM_LIVING",
    "a car",
    "CONDITIONS_NOT_MET",
    { members: [{ answers: { vehicles: found(vehicle()) } }] },
  ],
  [
    "MINIMUM_LIVING",
    "a shop, and a source missing",
    "CONDITIONS_NOT_MET",
    {
      members: [
        {
          answers: {
            realEstate: found(estate({ usage: "SHOP" })),
            financialAssets: failed("SOURCE_UNAVAILABLE"),
          },
        },
      ],
    },
  ],
  [
    "MINIMUM_LIVING",
    "nothing against it, and a source missing",
    "UNDETERMINED",
    { members: [{ answers: { incomeTax: failed("CONSENT_REQUIRED") } }] },
  ],
  ["MINIMUM_LIVING", "nothing declared", "UNDETERMINED", { declared: null }],
  ["MINIMUM_LIVING_MARGINAL", "income on the line", "CONDITIONS_MET", annual("15000.00")],
  ["MINIMUM_LIVING_MARGINAL", "income above it", "CONDITIONS_NOT_MET", annual("15000.06")],
  [
    "MINIMUM_LIVING_MARGINAL",
    "income within the standard",
    "CONDITIONS_NOT_MET",
    annual("9000.00"),
  ],
  [
    "EXTREME_POVERTY",
    "an old man without obligors",
    "CONDITIONS_MET",
    { members: [{ birthDate: "1960-01-01" }] },
  ],
  [
    "EXTREME_POVERTY",
    "a blind man of 46 without obligors",
    "CONDITIONS_MET",
    {
      members: [
        { answers: { disability: found(disabled({ category: "VISUAL", grade: "GRADE_1" })) } },
      ],
    },
  ],
  ["EXTREME_POVERTY", "a man able to work", "CONDITIONS_NOT_MET", {}],
  [
    "EXTREME_POVERTY",
    "a son, whom the township has to ask",
    "UNDETERMINED",
    { members: [{ birthDate: "1960-01-01" }], obligors: [{}] },
  ],
  [
    "EXPENDITURE_POVERTY",
    "twice the standard, half of it spent on treatment",
    "CONDITIONS_MET",
    {
      declared: { otherIncome: "20000.00" },
      members: [
        {
          answers: { medicalInsurance: found(insured({ spending: { outOfPocket: "10000.00" } })) },
        },
      ],
    },
  ],
  [
    "EXPENDITURE_POVERTY",
    "twice the standard, too little spent",
    "CONDITIONS_NOT_MET",
    { declared: { otherIncome: "20000.00" } },
  ],
  [
    "EXPENDITURE_POVERTY",
    "spent, but within the marginal line by income",
    "CONDITIONS_NOT_MET",
    { declared: { otherIncome: "14000.00" } },
  ],
  ["TEMPORARY", "never given", "UNDETERMINED", {}],
  [
    "TEMPORARY",
    "given twice in twelve months",
    "CONDITIONS_NOT_MET",
    {
      relief: ["2025-11", "2026-05"].map((month) => ({
        programme: "TEMPORARY" as const,
        startMonth: month,
        endMonth: month,
      })),
    },
  ],
  [
    "TEMPORARY",
    "given once, and once more than a year ago",
    "UNDETERMINED",
    {
      relief: ["2025-10", "2026-05"].map((month) => ({
        programme: "TEMPORARY" as const,
        startMonth: month,
        endMonth: month,
      })),
    },
  ],
];

test.each(verdicts)("%s: %s -> %s", (programme, _what, verdict, facts) => {
  expect(of(programme, facts).verdict).toBe(verdict);
});

test("the benefit of minimum living is the shortfall of the whole household", () => {
  const facts = { members: [{}, {}, {}], declared: { wageIncome: "18000.00" } };
  expect(of("MINIMUM_LIVING", facts).monthlyBenefit).toBe("1000.00");
});

describe("单独列户, by the document's wording", () => {
  const grounds: readonly (readonly [string, boolean, Facts["members"]])[] = [
    [
      "seriously ill",
      true,
      [{ answers: { medicalInsurance: found(insured({ seriousIllness: true })) } }],
    ],
    ["disabled in grade 2", true, [{ answers: { disability: found(disabled()) } }]],
    [
      "physically disabled in grade 3",
      false,
      [{ answers: { disability: found(disabled({ grade: "GRADE_3" })) } }],
    ],
    [
      "an adult, intellectually disabled in grade 4",
      true,
      [
        {
          answers: {
            disability: found(disabled({ category: "INTELLECTUAL", grade: "GRADE_4" })),
          },
        },
      ],
    ],
    [
      "18 today, mentally disabled in grade 3",
      true,
      [
        {
          birthDate: "2008-10-31",
          answers: { disability: found(disabled({ category: "MENTAL", grade: "GRADE_3" })) },
        },
      ],
    ],
    [
      "18 tomorrow, mentally disabled in grade 3",
      false,
      [
        {
          birthDate: "2008-11-01",
          answers: { disability: found(disabled({ category: "MENTAL", grade: "GRADE_3" })) },
        },
      ],
    ],
    [
      "disabled in grade 1 by an expired certificate",
      false,
      [
        {
          answers: {
            disability: found(disabled({ grade: "GRADE_1", certificateStatus: "EXPIRED" })),
          },
        },
      ],
    ],
  ];

  it.each(grounds)("%s -> %s", (_what, admitted, members = []) => {
    const facts = { members, declared: { otherIncome: "12000.00" } };
    const { verdict, persons } = of("SINGLE_HOUSEHOLD", facts);
    expect(verdict).toBe(admitted ? "CONDITIONS_MET" : "CONDITIONS_NOT_MET");
    expect(persons).toEqual(admitted ? [{ role: "MEMBER", place: 1 }] : []);
  });

  it("the second member only -> that member, the whole family's income within the marginal line", () => {
    const members = [{}, { answers: { disability: found(disabled()) } }];
    expect(of("SINGLE_HOUSEHOLD", { members }).persons).toEqual([{ role: "MEMBER", place: 2 }]);
    const above = { members, declared: { otherIncome: "30000.12" } };
    expect(of("SINGLE_HOUSEHOLD", above).verdict).toBe("CONDITIONS_NOT_MET");
  });

  it("a source that could tell did not answer -> undetermined", () => {
    const members = [{ answers: { disability: failed("CONSENT_REQUIRED") } }];
    expect(of("SINGLE_HOUSEHOLD", { members }).verdict).toBe("UNDETERMINED");
  });
});

describe("gradual exit", () => {
  it.each([
    ["2026-10-31", "2027-10-31", "2027-10"],
    ["2028-02-29", "2029-02-28", "2029-02"],
    ["2027-12-01", "2028-12-01", "2028-12"],
  ])("from %s -> until %s, last paid in %s", (from, until, lastMonth) => {
    expect(gradualExitFrom(from, PARAMETERS)).toEqual({ from, until, lastMonth });
  });

  it("any first day -> a year of 365 or 366 days, over the day after", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const from = addDays("2020-01-01", days);
        const { until } = gradualExitFrom(from, PARAMETERS);
        expect([365, 366]).toContain(daysBetween(from, until));
        expect(until).toBe(addYears(from, 1));
        expect(gradualExitState(true, until, until)).toBe("IN_GRADUAL_EXIT");
        expect(gradualExitState(true, until, addDays(until, 1))).toBe("OVER");
        expect(gradualExitState(false, until, until)).toBe("WITHIN_LINE");
      }),
    );
  });
});
