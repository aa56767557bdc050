import { parametersFrom } from "../../src/verification/parameters/parameters.js";
import { buildReport, type Report } from "../../src/verification/report/report.js";
import { decoys } from "./cases/decoys.js";
import { meansCases } from "./cases/means-cases.js";
import { personCases } from "./cases/person-cases.js";
import { insured, land, vehicle } from "./cases/records.js";
import { statusCases } from "./cases/status-cases.js";
import { DATE, failed, found, NUMBERS, PARAMETERS, situation, type Facts } from "./situations.js";

const report = (facts: Facts, parameters = PARAMETERS): Report =>
  buildReport({ number: "HD-1", situation: situation(facts), parameters, date: DATE });

const everything: readonly Facts[] = [
  ...[...personCases, ...meansCases, ...statusCases].map(([, , facts]) => facts),
  ...decoys.map(([, facts]) => facts),
];

describe("state and outcome", () => {
  const unanswered = { members: [{ answers: { vehicles: failed("SOURCE_UNAVAILABLE") } }] };
  it.each([
    ["everything answered, nothing found", {}, "COMPLETE", "CLEAN"],
    [
      "everything answered, something found",
      { members: [{ answers: { vehicles: found(vehicle()) } }] },
      "COMPLETE",
      "FINDINGS",
    ],
    ["a source down", unanswered, "INCOMPLETE", "INCOMPLETE"],
    [
      "a source down, something found elsewhere",
      { ...unanswered, declared: { wageIncome: "20000.00" }, relief: [{}] },
      "INCOMPLETE",
      "FINDINGS",
    ],
    ["nothing declared", { declared: null }, "INCOMPLETE", "INCOMPLETE"],
    [
      "an obligor outside the divisions",
      { obligors: [{ unseen: "OUT_OF_JURISDICTION" }] },
      "INCOMPLETE",
      "INCOMPLETE",
    ],
  ] as const)("%s -> %s", (_what, facts, state, outcome) => {
    expect(report(facts as Facts)).toMatchObject({ state, outcome });
  });

  it("whatever is missing -> never complete, never clean", () => {
    for (const facts of everything) {
      const { state, outcome, missing } = report(facts);
      expect(state).toBe(missing.length > 0 ? "INCOMPLETE" : "COMPLETE");
      if (missing.length > 0) expect(outcome).not.toBe("CLEAN");
    }
  });
});

describe("what is missing", () => {
  it.each([
    ["CONSENT_REQUIRED", "NOT_AUTHORISED", /授权书/],
    ["SOURCE_UNAVAILABLE", "UNAVAILABLE", /自动补查/],
  ])("a source that answered %s -> named, with what to do", (reason, outcome, advice) => {
    const { missing } = report({ members: [{ answers: { housingFund: failed(reason) } }] });
    expect(missing).toEqual([
      {
        source: "housingFund",
        person: { role: "MEMBER", place: 1 },
        field: null,
        outcome,
        reason,
        advice: { zh: expect.stringMatching(advice), en: expect.stringMatching(/^[A-Z]/) },
      },
    ]);
  });

  it("a person outside the divisions -> the person, once", () => {
    const { missing, sources } = report({ members: [{ unseen: "OUT_OF_JURISDICTION" }] });
    expect(missing.map(({ source, reason }) => [source, reason])).toEqual([
      ["identity", "OUT_OF_JURISDICTION"],
    ]);
    expect(sources.filter(({ outcome }) => outcome === "NOT_AUTHORISED")).toHaveLength(14);
  });

  it("a part of a record withheld -> that part", () => {
    const agriculture = {
      ...found(land({ lowIncomeFarmer: false })),
      withheld: [
        { field: "transferRent", outcome: "NOT_AUTHORISED", reason: "CONSENT_REQUIRED" } as const,
      ],
    };
    const built = report({ members: [{ answers: { agriculture } }] });
    expect(built.missing).toMatchObject([{ source: "agriculture", field: "transferRent" }]);
    expect(built.persons[0]?.consent).toBe("MISSING");
    expect(built.items.find(({ item }) => item === "property")?.coverage).toBe("PARTIAL");
  });
});

describe("what a report says", () => {
  it("declared, found and difference of every item", () => {
    const { items } = report({
      members: [
        {
          answers: {
            vehicles: found(vehicle()),
            agriculture: found(land({ transferRent: "800.00" })),
          },
        },
      ],
      declared: { propertyIncome: "500.50", financialAssets: "2000.00" },
    });
    expect(
      items.map(({ item, declared, found: known, difference, coverage }) =>
        [item, declared, known, difference, coverage].join(" "),
      ),
    ).toEqual([
      "wage 0.00 0.00 0.00 COMPLETE",
      "business 0.00   NO_REGISTER",
      "property 500.50 800.00 299.50 COMPLETE",
      "transfer 0.00 0.00 0.00 COMPLETE",
      "other 0.00   NO_REGISTER",
      "moneyAssets 2000.00 0.00 -2000.00 COMPLETE",
      "vehicles 0 1 1 COMPLETE",
      "dwellings 1 0 -1 COMPLETE",
      "nonResidentialProperty  0  COMPLETE",
      "runningBusinesses  0  COMPLETE",
    ]);
  });

  it("programme, duty, case, validity, and every source with its day", () => {
    const built = report({
      relief: [{}],
      members: [{ answers: { medicalInsurance: found(insured()) } }],
      application: { programme: "MINIMUM_LIVING" },
    });
    expect(built).toMatchObject({
      number: "HD-1",
      programme: "MINIMUM_LIVING",
      duty: "1.2",
      case: "CASE-1",
      date: DATE,
      validUntil: "2027-10-31",
      relief: [{ programme: "MINIMUM_LIVING", startMonth: "2025-01" }],
      eligibility: [{ programme: "MINIMUM_LIVING", verdict: "CONDITIONS_MET" }],
    });
    expect(built.sources.find(({ source }) => source === "medicalInsurance")).toMatchObject({
      outcome: "FOUND",
      asOf: "2026-10-20",
      originalSource: "来源单位",
      inDispute: false,
    });
  });

  it("a record in dispute -> the finding says so", () => {
    const vehicles = found(vehicle());
    const disputed = {
      ...vehicles,
      records: vehicles.records.map((record) => ({
        ...record,
        provenance: { originalSource: "县公安局", asOf: "2026-10-20", inDispute: true },
      })),
    };
    const [finding] = report({ members: [{ answers: { vehicles: disputed } }] }).findings;
    expect(finding).toMatchObject({ code: "VEHICLE_UNDECLARED", inDispute: true });
  });

  it("income above the line -> the gradual exit that is due, or under way", () => {
    const declared = { wageIncome: "12000.00" };
    expect(report({ declared, relief: [{}] }).gradualExits).toEqual([
      {
        programme: "MINIMUM_LIVING",
        state: "IN_GRADUAL_EXIT",
        until: "2027-10-31",
        lastMonth: "2027-10",
        registered: false,
      },
    ]);
    const relief = [{ gradualExitUntil: "2026-12-31" }];
    expect(report({ declared, relief }).gradualExits).toMatchObject([
      { until: "2026-12-31", lastMonth: "2026-12", registered: true },
    ]);
  });
});

describe("a report", () => {
  it("the same input -> the same JSON, byte for byte", () => {
    for (const facts of everything) {
      expect(JSON.stringify(report(facts))).toBe(JSON.stringify(report(facts)));
    }
  });

  it("computed again with the parameters that it keeps -> the same", () => {
    for (const facts of everything) {
      const first = JSON.stringify(report(facts));
      const kept = parametersFrom((JSON.parse(first) as Report).parameters);
      expect(JSON.stringify(report(facts, kept))).toBe(first);
    }
  });

  it("other parameters -> another result, and it says which", () => {
    const stricter = { ...PARAMETERS, moneyAssetMonths: 1 };
    const facts = {
      declared: { financialAssets: "5000.00" },
      members: [
        {
          answers: {
            financialAssets: found({
              deposits: "5000.00",
              securities: "0.00",
              insurancePolicies: "0.00",
            }),
          },
        },
      ],
    };
    expect(report(facts).findings).toEqual([]);
    expect(report(facts, stricter).findings).toMatchObject([{ code: "MONEY_ASSETS_ABOVE_LINE" }]);
  });

  it("holds no full ID number and no birth date, which would complete a masked one", () => {
    for (const facts of everything) {
      const text = JSON.stringify(report(facts));
      for (const number of NUMBERS) expect(text).not.toContain(number);
      expect(text).not.toMatch(/\d{17}[\dX]/);
      expect(text).not.toMatch(/birthDate|19800101|1980-01-01|1982-03-04/);
    }
  });
});
