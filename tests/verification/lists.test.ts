import fc from "fast-check";
import {
  disabilitySubsidyAdjustments,
  type DisabilitySubsidyRow,
} from "../../src/verification/lists/disability-subsidy-list.js";
import { povertyIndex } from "../../src/verification/lists/poverty-index.js";
import {
  priceSubsidyList,
  type PriceSubsidyRow,
} from "../../src/verification/lists/price-subsidy-list.js";
import { reconcileTwoLines } from "../../src/verification/lists/two-lines-list.js";
import { DATE, PARAMETERS } from "./situations.js";

describe("两线合一", () => {
  it("both lists, one alone, neither, and families in town", () => {
    const rows = [
      ["H4", "330726101", true, []],
      ["H1", "330726101", true, ["MINIMUM_LIVING_MARGINAL"]],
      ["H2", "330726101", false, ["MINIMUM_LIVING"]],
      ["H3", "330726101", false, ["TEMPORARY"]],
      ["H5", "330726003", null, ["MINIMUM_LIVING"]],
      ["H6", "330726102", true, ["EXPENDITURE_POVERTY"]],
    ] as const;
    const list = reconcileTwoLines(
      rows.map(([householdId, township, lowIncomeFarmer, programmes]) => ({
        householdId,
        township,
        lowIncomeFarmer,
        programmes,
      })),
      PARAMETERS,
    );
    expect(list).toEqual({
      farmersWithoutRelief: ["H4", "H6"],
      reliefWithoutFarmer: ["H2"],
      townships: [
        { township: "330726101", onBoth: 1, farmersWithoutRelief: 1, reliefWithoutFarmer: 1 },
        { township: "330726102", onBoth: 0, farmersWithoutRelief: 1, reliefWithoutFarmer: 0 },
      ],
    });
  });
});

describe("the price subsidy of a month", () => {
  const row = (
    householdId: string,
    programme: PriceSubsidyRow["assistance"][number]["programme"],
    startMonth: string,
    endMonth: string | null = null,
  ): PriceSubsidyRow => ({
    householdId,
    township: "330726101",
    headCount: 3,
    assistance: [{ programme, startMonth, endMonth }],
  });
  const rows = [
    row("H2", "SINGLE_HOUSEHOLD", "2026-01"),
    row("H1", "MINIMUM_LIVING", "2026-10"),
    row("H3", "EXPENDITURE_POVERTY", "2026-01"),
    row("H4", "MINIMUM_LIVING", "2026-11"),
    row("H5", "EXTREME_POVERTY", "2020-01", "2026-09"),
  ];
  const on = (consumerPercent: string, foodPercent: string) =>
    priceSubsidyList(rows, { month: "2026-10", consumerPercent, foodPercent }, PARAMETERS);

  it("prices rose enough -> so much a person of those who draw in that month", () => {
    expect(on("3.5", "0")).toMatchObject({
      started: true,
      perPerson: "29.17",
      households: [
        { householdId: "H1", persons: 3, amount: "87.51" },
        { householdId: "H2", persons: 1, amount: "29.17" },
      ],
      total: "116.68",
    });
    expect(on("1.2", "6.0").started).toBe(true);
  });

  it("prices rose less -> nobody", () => {
    expect(on("3.4", "5.99")).toMatchObject({ started: false, households: [], total: "0.00" });
  });
});

describe("残疾人两项补贴", () => {
  const row: DisabilitySubsidyRow = {
    maskedIdNumber: "330726********0013",
    township: "330726101",
    category: "PHYSICAL",
    grade: "GRADE_2",
    certificateStatus: "VALID",
    validUntil: "2030-01-01",
    deathDate: null,
    livingSubsidy: "330.00",
    nursingSubsidy: "250.00",
    programmes: ["MINIMUM_LIVING"],
  };
  const table: readonly (readonly [string, Partial<DisabilitySubsidyRow>, readonly string[]])[] = [
    ["as it should be", {}, []],
    ["worse than before", { grade: "GRADE_1" }, ["NURSING RAISE 250.00 500.00"]],
    ["better than before", { grade: "GRADE_3" }, ["NURSING STOP 250.00 null"]],
    [
      "mentally disabled, better than before",
      { category: "MENTAL", grade: "GRADE_3" },
      ["NURSING LOWER 250.00 125.00"],
    ],
    ["relief begun", { livingSubsidy: null }, ["LIVING START null 330.00"]],
    ["relief ended", { programmes: [] }, ["LIVING STOP 330.00 null"]],
    [
      "in extreme poverty",
      { programmes: ["EXTREME_POVERTY"] },
      ["LIVING STOP 330.00 null", "NURSING STOP 250.00 null"],
    ],
    [
      "expired yesterday",
      { validUntil: "2026-10-30" },
      ["LIVING STOP 330.00 null", "NURSING STOP 250.00 null"],
    ],
    ["dead", { deathDate: "2026-10-20" }, ["LIVING STOP 330.00 null", "NURSING STOP 250.00 null"]],
  ];

  it.each(table)("%s -> %j", (_what, change, expected) => {
    const list = disabilitySubsidyAdjustments([{ ...row, ...change }], PARAMETERS, DATE);
    expect(
      list.map(({ subsidy, change: kind, from, to }) => `${subsidy} ${kind} ${from} ${to}`),
    ).toEqual(expected);
    for (const { month } of list) expect(month).toBe("2026-11");
  });
});

describe("the poverty index", () => {
  const all = PARAMETERS.povertyDimensions.flatMap(({ indicators }) =>
    indicators.map(({ code }) => code),
  );

  it("nothing applies -> 0.00; everything -> 100.00", () => {
    expect(povertyIndex(new Set(), PARAMETERS).score).toBe("0.00");
    expect(povertyIndex(new Set(all), PARAMETERS).score).toBe("100.00");
  });

  it("states dimensions and weights", () => {
    const { score, dimensions } = povertyIndex(new Set(["SERIOUS_ILLNESS"]), PARAMETERS);
    expect(score).toBe("10.00");
    expect(dimensions).toContainEqual({ dimension: "HEALTH", weight: "0.25", score: "40.00" });
  });

  it("an indicator more -> never less poor", () => {
    fc.assert(
      fc.property(fc.subarray(all), fc.constantFrom(...all), (some, one) => {
        const before = Number(povertyIndex(new Set(some), PARAMETERS).score);
        const after = Number(povertyIndex(new Set([...some, one]), PARAMETERS).score);
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it("an indicator that the survey does not have -> RangeError with its name", () => {
    expect(() => povertyIndex(new Set(["FASHION"]), PARAMETERS)).toThrow(/FASHION/);
  });
});
