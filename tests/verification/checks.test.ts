import { findAll } from "../../src/verification/checks/index.js";
import { FindingCode } from "../../src/verification/finding-code.js";
import { decoys } from "./cases/decoys.js";
import { meansCases } from "./cases/means-cases.js";
import { marriage } from "./cases/records.js";
import { personCases } from "./cases/person-cases.js";
import { statusCases } from "./cases/status-cases.js";
import { DATE, PARAMETERS, situation, type Facts } from "./situations.js";

const cases = [...personCases, ...meansCases, ...statusCases];

const codesOf = (facts: Facts) =>
  findAll(situation(facts), PARAMETERS, DATE).map(({ code }) => code);

describe("a household in order", () => {
  it("-> no finding", () => {
    expect(codesOf({ relief: [{}] })).toEqual([]);
    expect(codesOf({ members: [{}, {}, {}, {}] })).toEqual([]);
  });

  it.each(decoys)("%s -> no finding", (_what, facts) => {
    expect(codesOf(facts)).toEqual([]);
  });
});

describe("worth looking at", () => {
  it.each(cases)("%s -> %j", (_what, codes, facts) => {
    expect(codesOf(facts)).toEqual(codes);
  });

  it("every code that there is has a case", () => {
    const covered = new Set(cases.flatMap(([, codes]) => codes));
    expect(FindingCode.keys.filter((code) => !covered.has(code))).toEqual([]);
  });
});

test("a spouse who counts in other households -> the finding names them", () => {
  const answers = { marriage: marriage({ countedIn: [{ id: "H330726000009" }, null] }) };
  const [finding] = findAll(situation({ members: [{ answers }] }), PARAMETERS, DATE);
  expect(finding?.found?.zh).toBe("配偶 王芳，计入 H330726000009，计入辖区外一户");
});

describe("a finding", () => {
  const findings = cases.flatMap(([, , facts]) => findAll(situation(facts), PARAMETERS, DATE));

  it("says in Chinese and English what to do, and what it rests on", () => {
    for (const { code, advice, basis, evidence } of findings) {
      expect([code, advice.zh]).toEqual([code, expect.stringMatching(/\p{Script=Han}/u)]);
      expect([code, advice.en]).toEqual([code, expect.stringMatching(/^[A-Z]/)]);
      expect([code, basis.length > 0]).toEqual([code, true]);
      for (const { text } of evidence) expect(text.en).not.toMatch(/\p{Script=Han}{5}.*null/u);
    }
  });

  it("names a source and its day in its evidence, but for members whom an application adds", () => {
    for (const { code, evidence } of findings) {
      if (code === "MEMBERS_DIFFER") continue;
      expect([code, evidence.length > 0]).toEqual([code, true]);
      for (const { asOf } of evidence) expect(asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it("the most severe comes first", () => {
    const order = ["HIGH", "MEDIUM", "LOW"];
    for (const [, , facts] of cases) {
      const places = findAll(situation(facts), PARAMETERS, DATE).map(({ severity }) =>
        order.indexOf(severity),
      );
      expect(places).toEqual([...places].sort());
    }
  });
});
