import fc from "fast-check";
import { assessIncome } from "../../src/verification/means/income.js";
import { bandOf, lineOf, marginalLine } from "../../src/verification/means/income-band.js";
import { necessarySpending } from "../../src/verification/means/necessary-spending.js";
import type { DeclarationRecord } from "../../src/verification/reading/records.js";
import { DATE, failed, found, NUMBERS, PARAMETERS, situation, type Facts } from "./situations.js";

function assess(facts: Facts) {
  const income = assessIncome(situation(facts), PARAMETERS, DATE);
  if (!income) throw new Error("no income was assessed");
  return income;
}

const AGRICULTURE = {
  lowIncomeFarmer: true,
  transferRent: "1200.00",
  annualSubsidies: "150.00",
  collectiveDividend: "300.00",
  businessEntity: null,
};

const SOCIAL = {
  contributionBase: null,
  monthlyPension: null,
  unemploymentBenefit: null,
  employed: false,
};

describe("the band of a year's income per head", () => {
  it.each([
    ["0.00", "0.00", "WITHIN_STANDARD"],
    ["10000.00", "833.33", "WITHIN_STANDARD"],
    ["10000.01", "833.33", "WITHIN_STANDARD"],
    ["10000.02", "833.34", "WITHIN_MARGINAL_LINE"],
    ["15000.00", "1250.00", "WITHIN_MARGINAL_LINE"],
    ["15000.05", "1250.00", "WITHIN_MARGINAL_LINE"],
    ["15000.06", "1250.01", "ABOVE_MARGINAL_LINE"],
  ])("%s -> %s a month, %s", (otherIncome, monthly, band) => {
    expect(assess({ declared: { otherIncome } })).toMatchObject({
      monthlyPerHead: monthly,
      band,
    });
  });

  it("the marginal line is half as much again as the year's standard, not as the rounded month's", () => {
    expect(marginalLine(PARAMETERS)).toBe("1250.00");
    expect(lineOf(PARAMETERS, "3")).toBe("2500.00");
    expect(bandOf("1250.00", PARAMETERS)).toBe("WITHIN_MARGINAL_LINE");
  });
});

describe("income of each kind", () => {
  it("declared more than found -> the declared; found more -> the found", () => {
    const members = [
      {
        answers: {
          agriculture: found(AGRICULTURE),
          socialInsurance: found({ ...SOCIAL, monthlyPension: "300.00" }),
        },
      },
    ];
    const declared = { propertyIncome: "1000.00", transferIncome: "9000.00" };
    const { kinds } = assess({ members, declared });
    expect(kinds.map(({ kind, found: known, assessed }) => [kind, known, assessed])).toEqual([
      ["wage", "0.00", "0.00"],
      ["business", null, "0.00"],
      ["property", "1500.00", "1500.00"],
      ["transfer", "3750.00", "9000.00"],
      ["other", null, "0.00"],
    ]);
  });

  it.each([
    ["income tax", { incomeTax: found({ taxableIncome: "60000.00" }) }, "60000.00"],
    [
      "contributions",
      { socialInsurance: found({ ...SOCIAL, contributionBase: "5000.00" }) },
      "60000.00",
    ],
    ["housing fund", { housingFund: found({ monthlyContribution: "1200.00" }) }, "60000.00"],
    ["registered job", { socialInsurance: found({ ...SOCIAL, employed: true }) }, "27120.00"],
    [
      "tax and contributions of one job",
      {
        incomeTax: found({ taxableIncome: "60000.00" }),
        socialInsurance: found({ ...SOCIAL, contributionBase: "4500.00", employed: true }),
      },
      "60000.00",
    ],
  ])("%s -> one wage of %s", (_what, answers, wage) => {
    expect(assess({ members: [{ answers }] }).kinds[0]).toMatchObject({ assessed: wage });
  });

  it("subsidies of disabled people are shown and not counted", () => {
    const disability = found({
      category: "MENTAL" as const,
      grade: "GRADE_2" as const,
      certificateStatus: "VALID" as const,
      validUntil: "2030-01-01",
      livingSubsidy: "330.00",
      nursingSubsidy: "250.00",
      assistedEmployment: false,
    });
    const { kinds, annual } = assess({ members: [{ answers: { disability } }] });
    expect(kinds[3]?.items.map(({ name, counted }) => [name, counted])).toEqual([
      ["DISABILITY_LIVING_SUBSIDY", false],
      ["DISABILITY_NURSING_SUBSIDY", false],
    ]);
    expect(annual).toBe("0.00");
  });

  it("a source that did not answer -> the income is a lower bound, and says so", () => {
    const members = [{ answers: { socialInsurance: failed("SOURCE_UNAVAILABLE") } }];
    expect(assess({ members })).toMatchObject({ complete: false, annual: "0.00" });
  });

  it("nothing declared, or no member known -> no income", () => {
    expect(assessIncome(situation({ declared: null }), PARAMETERS, DATE)).toBeNull();
    expect(assessIncome(situation({ members: [] }), PARAMETERS, DATE)).toBeNull();
  });
});

describe("what is not counted", () => {
  const declared = { wageIncome: "36000.00" };

  it("exclusions that the parameters admit", () => {
    const exclusions = [{ kind: "PREFERENTIAL_TREATMENT", amount: "6000.00" } as const];
    expect(assess({ declared, application: { exclusions } })).toMatchObject({
      exclusions: "6000.00",
      annual: "30000.00",
    });
  });

  it.each([
    ["the first month", "2026-10", "30000.00"],
    ["the twelfth month", "2025-11", "30000.00"],
    ["the thirteenth month", "2025-10", "0.00"],
    ["a job that has not begun", "2026-11", "0.00"],
  ])("a new job of 3,000.00 a month, capped at three times the standard: %s", (_w, since, off) => {
    const newEmployments = [{ idNumber: NUMBERS[0] ?? "", since, monthlyWage: "3000.00" } as const];
    expect(assess({ declared, application: { newEmployments } }).disregards).toBe(off);
  });

  it("more taken off than there is -> nothing, never less", () => {
    const exclusions = [{ kind: "INJURY_COMPENSATION", amount: "99000.00" } as const];
    expect(assess({ declared, application: { exclusions } }).annual).toBe("0.00");
  });
});

describe("necessary spending", () => {
  it("treatment paid by the patient, and tuition", () => {
    const insurance = {
      insuranceType: "RESIDENT" as const,
      status: "NORMAL" as const,
      employer: null,
      assistedEnrolment: false,
      seriousIllness: true,
      spending: { outOfPocket: "18000.50" },
    };
    const members = [
      { answers: { medicalInsurance: found(insurance) } },
      { answers: { student: found({ annualTuition: "7000.00" }) } },
    ];
    expect(necessarySpending(situation({ members }), PARAMETERS)).toMatchObject({
      medical: "18000.50",
      tuition: "7000.00",
      total: "25000.50",
      complete: true,
    });
  });

  it("a source that did not answer -> it may have been more", () => {
    const members = [{ answers: { student: failed("CONSENT_REQUIRED") } }];
    expect(necessarySpending(situation({ members }), PARAMETERS).complete).toBe(false);
  });
});

describe("against a plain calculation in 分", () => {
  const fen = fc.integer({ min: 0, max: 900_000 });
  const monthlyFen = fc.integer({ min: 0, max: 90_000 });
  const money = (amount: number) =>
    `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, "0")}`;
  const person = fc.record({
    tax: fen,
    base: monthlyFen,
    pension: monthlyFen,
    rent: fen,
    dividend: fen,
  });

  it("any declared and found amounts -> the same income per head and band", () => {
    fc.assert(
      fc.property(
        fc.array(fen, { minLength: 5, maxLength: 5 }),
        fc.array(person, { minLength: 1, maxLength: 4 }),
        (amounts, people) => {
          const [wage = 0, business = 0, property = 0, transfer = 0, other = 0] = amounts;
          const wages = people.reduce((sum, { tax, base }) => sum + Math.max(tax, base * 12), 0);
          const rents = people.reduce((sum, { rent, dividend }) => sum + rent + dividend, 0);
          const pensions = people.reduce((sum, { pension }) => sum + pension * 12, 0);
          const annual =
            Math.max(wage, wages) +
            business +
            Math.max(property, rents) +
            Math.max(transfer, pensions) +
            other;
          const months = people.length * 12;
          const monthly = Math.floor((annual * 2 + months) / (months * 2));
          const income = assess({
            declared: declaredAs(wage, business, property, transfer, other),
            members: people.map(({ tax, base, pension, rent, dividend }) => ({
              answers: {
                incomeTax: found({ taxableIncome: money(tax) }),
                socialInsurance: found({
                  ...SOCIAL,
                  contributionBase: money(base),
                  monthlyPension: money(pension),
                }),
                agriculture: found({
                  ...AGRICULTURE,
                  annualSubsidies: null,
                  transferRent: money(rent),
                  collectiveDividend: money(dividend),
                }),
              },
            })),
          });
          expect(income.annual).toBe(money(annual));
          expect(income.monthlyPerHead).toBe(money(monthly));
          expect(income.band).toBe(
            monthly <= 83_333
              ? "WITHIN_STANDARD"
              : monthly <= 125_000
                ? "WITHIN_MARGINAL_LINE"
                : "ABOVE_MARGINAL_LINE",
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  function declaredAs(
    wage: number,
    business: number,
    property: number,
    transfer: number,
    other: number,
  ): Partial<DeclarationRecord> {
    return {
      wageIncome: money(wage),
      businessIncome: money(business),
      propertyIncome: money(property),
      transferIncome: money(transfer),
      otherIncome: money(other),
    };
  }
});
