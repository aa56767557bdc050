import { plantedCases } from "../../src/county/generate-county.js";
import { evaluate } from "../../src/verification/evaluate.js";
import type { FoundHousehold } from "../../src/verification/reading/found.js";
import {
  HOUSEHOLDS_OPERATION,
  VERIFICATION_DUTY,
} from "../../src/verification/reading/household-operation.js";
import { loadParameters } from "../../src/verification/parameters/load-parameters.js";
import { parametersOn } from "../../src/verification/parameters/parameters.js";
import { readAnswer } from "../../src/verification/reading/read-answer.js";
import { buildReport, type Report } from "../../src/verification/report/report.js";
import { makeSituation } from "../../src/verification/situation.js";
import { todayInShanghai } from "../../src/codes/calendar.js";
import { TEST_SERVER } from "../support/databases.js";
import { startTestHub, type TestHub } from "../support/hubs.js";
import { INCOME_BANDS_SQL } from "../support/income-band-sql.js";
import { findEverything, VERIFIER } from "../support/verified-county.js";

/** Day of which the demonstration county speaks. */
const DATE = "2026-10-31";

const HOUSEHOLDS = 300;

/** A county that no check was written on; VERIFICATION_SEED names another one. */
const SEED = Number(process.env["VERIFICATION_SEED"] ?? 904_113);

const parameters = parametersOn(loadParameters(), DATE);

let hub: TestHub;
let households: readonly FoundHousehold[];
let reports: readonly Report[];

beforeAll(async () => {
  hub = await startTestHub({
    server: TEST_SERVER,
    environment: {
      HUB_DEMONSTRATION_HOUSEHOLDS: String(HOUSEHOLDS),
      HUB_DEMONSTRATION_SEED: String(SEED),
    },
  });
  households = await findEverything(hub);
  reports = households.map(report);
}, 120_000);

afterAll(() => hub?.close());

function report(household: FoundHousehold): Report {
  const application = {
    householdId: household.id,
    programme: null,
    duty: VERIFICATION_DUTY,
    case: "TEST-1",
  };
  const situation = makeSituation(application, household);
  return buildReport({ number: household.id, situation, parameters, date: DATE });
}

async function verify(id: string): Promise<Report> {
  const answer = await hub.ask(VERIFIER, HOUSEHOLDS_OPERATION, { ids: [id] });
  const [found] = readAnswer([id], answer);
  if (found?.outcome !== "FOUND") throw new Error(`${id} was not found`);
  return report(found.household);
}

const outcomesOf = ({ sources }: Report, wanted: string) =>
  sources.flatMap(({ source, outcome }) => (source === wanted ? [outcome] : []));

describe(`a county of seed ${SEED}, asked over HTTP under duty ${VERIFICATION_DUTY}`, () => {
  it("every planted error is found, and at most 2% of the households in order get a finding", () => {
    const codes = reports.map(({ householdId, findings }) => ({
      householdId,
      codes: findings.map(({ code }) => code),
    }));
    const result = evaluate(codes, [...plantedCases({ households: HOUSEHOLDS, seed: SEED })]);
    expect(result.missed).toEqual([]);
    expect(result).toMatchObject({ recall: 1, households: HOUSEHOLDS });
    expect(result.planted).toBeGreaterThan(30);
    expect(result.falsePositives.length).toBeLessThanOrEqual(0.02 * HOUSEHOLDS);
  });

  it("the income band of every household is the one that SQL computes", async () => {
    const rows = await hub.running.databases.main.query<{
      id: string;
      monthly: string;
      band: string;
    }>(INCOME_BANDS_SQL, [todayInShanghai(new Date())]);
    const computed = reports.flatMap(({ householdId, income }) =>
      income ? [{ id: householdId, monthly: income.monthlyPerHead, band: income.band }] : [],
    );
    expect(computed.length).toBeGreaterThan(40);
    expect(computed).toEqual(rows.map(({ id, monthly, band }) => ({ id, monthly, band })));
  });

  it("found, no record and not authorised all occur, and only the complete are clean", () => {
    const outcomes = new Set(
      reports.flatMap(({ sources }) => sources.map(({ outcome }) => outcome)),
    );
    expect([...outcomes].sort()).toEqual(["FOUND", "NOT_AUTHORISED", "NO_RECORD"]);
    for (const { state, outcome, missing } of reports) {
      expect(state === "COMPLETE").toBe(missing.length === 0);
      if (outcome === "CLEAN") expect(missing).toEqual([]);
    }
  });

  it("no report holds an ID number", () => {
    const numbers = households.flatMap(({ members, obligors }) =>
      [...members, ...obligors].flatMap(({ identity }) => identity.records[0]?.idNumber ?? []),
    );
    const text = JSON.stringify(reports);
    expect(numbers.filter((number) => text.includes(number))).toEqual([]);
  });
});

describe("a household whose report was complete", () => {
  const complete = () => {
    const found = reports.find(({ state, persons }) => state === "COMPLETE" && persons.length > 1);
    if (!found) throw new Error("no report is complete");
    return found;
  };

  it("a source goes down -> unavailable, the report incomplete; it returns -> complete again", async () => {
    const database = hub.running.databases.main;
    const { householdId } = complete();
    await database.query("alter table big_data.vehicle rename to gone");
    try {
      const down = await verify(householdId);
      expect(new Set(outcomesOf(down, "vehicles"))).toEqual(new Set(["UNAVAILABLE"]));
      expect(outcomesOf(down, "realEstate")).not.toContain("UNAVAILABLE");
      expect(down.state).toBe("INCOMPLETE");
    } finally {
      await database.query("alter table big_data.gone rename to vehicle");
    }
    expect(await verify(householdId)).toMatchObject({ state: "COMPLETE", missing: [] });
  });
});
