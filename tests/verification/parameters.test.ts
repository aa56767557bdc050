import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  checkParameters,
  loadParameters,
} from "../../src/verification/parameters/load-parameters.js";
import type { ParameterEntry } from "../../src/verification/parameters/parameter-entry.js";
import { PARAMETER_VALUES } from "../../src/verification/parameters/parameter-values.js";
import { parametersFrom, parametersOn } from "../../src/verification/parameters/parameters.js";
import { ParametersError } from "../../src/verification/parameters/parameters-error.js";

const committed = loadParameters();

/** The file with one entry changed. */
function changed(name: string, change: Partial<ParameterEntry>): unknown {
  return {
    notice: "test",
    parameters: committed.map((entry) => (entry.name === name ? { ...entry, ...change } : entry)),
  };
}

/** The file with a value that follows on another one. */
function succeeded(name: string, value: unknown, from: string, lastDay: string): unknown {
  const { parameters } = changed(name, { validTo: lastDay }) as { parameters: ParameterEntry[] };
  const before = committed.find((entry) => entry.name === name) as ParameterEntry;
  return { notice: "test", parameters: [...parameters, { ...before, value, validFrom: from }] };
}

function problemsOf(work: () => unknown): readonly string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof ParametersError) return error.problems;
    throw error;
  }
  return [];
}

describe("the committed parameters", () => {
  it("cover every name, each with unit, source and dates", () => {
    expect(new Set(committed.map(({ name }) => name))).toEqual(
      new Set(Object.keys(PARAMETER_VALUES)),
    );
    for (const { zh, en, source } of committed) {
      expect([zh, source.zh].join()).toMatch(/\p{Script=Han}/u);
      expect([en, source.en].join()).toMatch(/[a-z]/);
    }
  });

  it("the standard is 10,000.00 a year and 833.33 a month", () => {
    expect(parametersOn(committed, "2026-10-31").minimumLivingStandard).toEqual({
      annual: "10000.00",
      monthly: "833.33",
    });
  });
});

describe("parameters of a day", () => {
  const raised = checkParameters(
    succeeded(
      "minimumLivingStandard",
      { annual: "12000.00", monthly: "1000.00" },
      "2027-01-01",
      "2026-12-31",
    ),
  );

  it.each([
    ["2026-12-31", "833.33"],
    ["2027-01-01", "1000.00"],
  ])("on %s the standard is %s", (date, monthly) => {
    expect(parametersOn(raised, date).minimumLivingStandard.monthly).toBe(monthly);
  });

  it("before the first value -> every missing name at once", () => {
    const problems = problemsOf(() => parametersOn(committed, "2019-12-31"));
    expect(problems).toHaveLength(Object.keys(PARAMETER_VALUES).length);
    expect(problems).toContain("marginalRatio has no value on 2019-12-31");
  });

  it("what a report keeps of them -> the same parameters", () => {
    const parameters = parametersOn(committed, "2026-10-31");
    const kept = JSON.parse(JSON.stringify(parameters.used)) as typeof parameters.used;
    expect(parametersFrom(kept)).toEqual(parameters);
  });
});

describe("a file of parameters", () => {
  it.each([
    [
      "a month that is not the year's by 12",
      changed("minimumLivingStandard", { value: { annual: "10000.00", monthly: "833.34" } }),
      /10000.00 a year is 833.33 a month, not 833.34/,
    ],
    ["a float", changed("marginalRatio", { value: 1.5 }), /marginalRatio.*expected string/],
    ["an unknown programme", changed("livingSubsidyProgrammes", { value: ["DIBAO"] }), /Invalid/],
    ["an unknown name", changed("marginalRatio", { name: "ratio" as never }), /name/],
    ["an impossible date", changed("marginalRatio", { validFrom: "2026-02-30" }), /not a date/],
    [
      "a value that ends before it begins",
      changed("marginalRatio", { validTo: "2019-01-01" }),
      /ends before it begins/,
    ],
    [
      "two values on one day",
      succeeded("marginalRatio", "2", "2026-06-01", "2026-06-01"),
      /marginalRatio has two values/,
    ],
    [
      "weights that do not make 1",
      changed("povertyDimensions", {
        value: [
          {
            dimension: "INCOME",
            weight: "0.5",
            indicators: [{ code: "A", zh: "甲", en: "a", points: 90 }],
          },
        ],
      }),
      /weights do not make 1/,
    ],
  ])("with %s -> refused", (_what, content, problem) => {
    expect(problemsOf(() => checkParameters(content)).join("\n")).toMatch(problem);
  });

  it("several mistakes -> all of them", () => {
    const content = changed("marginalRatio", { value: "x" }) as { parameters: ParameterEntry[] };
    content.parameters = content.parameters.map((entry) =>
      entry.name === "moneyAssetMonths" ? { ...entry, value: -1 } : entry,
    );
    expect(problemsOf(() => checkParameters(content))).toHaveLength(2);
  });

  it("elsewhere -> read from there", () => {
    const file = join(mkdtempSync(join(tmpdir(), "parameters-")), "parameters.json");
    writeFileSync(file, JSON.stringify(changed("marginalRatio", { value: "2" })));
    expect(parametersOn(loadParameters(file), "2026-10-31").marginalRatio).toBe("2");
  });

  it("that is not there, or no JSON -> refused with its name", () => {
    expect(problemsOf(() => loadParameters("/nowhere.json"))[0]).toMatch(/^\/nowhere.json: /);
  });
});
