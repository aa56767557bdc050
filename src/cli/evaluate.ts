import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readHouseholds, verifyingCaller } from "../casework/read-households.js";
import { addDays, todayInShanghai } from "../codes/calendar.js";
import { plantedCases } from "../county/generate-county.js";
import type { CountySize } from "../county/county-size.js";
import { householdsInScope } from "../casework/runs/households-in-scope.js";
import { blueprint, departmentSlugs } from "../index.js";
import { openLog } from "../log.js";
import { readConfig } from "../config.js";
import { startHub } from "../start-hub.js";
import { evaluate, type EvaluatedReport, type Evaluation } from "../verification/evaluate.js";
import { buildReport } from "../verification/report/report.js";
import { makeSituation } from "../verification/situation.js";
import { VERIFICATION_DUTY } from "../verification/reading/household-operation.js";
import { progressBar } from "./progress.js";

/** Households that are read together. */
const BATCH = 100;

/** Days since the county's data speaks: what departments deliver is not of today. */
const RECENT_DAYS = 7;

/** Makes a county in an embedded database of its own, verifies it as 核对 is done, and prints how good the findings are. */
export async function evaluateCounty(
  { households, seed }: CountySize,
  json: boolean,
): Promise<void> {
  const asOf = addDays(todayInShanghai(new Date()), -RECENT_DAYS);
  const size = { households, seed, asOf };
  const directory = await mkdtemp(join(tmpdir(), "hub-evaluate-"));
  try {
    const evaluation = await evaluated(size, directory);
    process.stdout.write(json ? `${JSON.stringify(evaluation)}\n` : text(evaluation));
    if (evaluation.recall < 1 || evaluation.falsePositiveRate > 0.02) process.exitCode = 1;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function evaluated(size: CountySize, directory: string): Promise<Evaluation> {
  const environment = { HUB_DATA: directory, HUB_SOURCE_TIMEOUT_MS: "30000" };
  const config = { ...readConfig(environment, departmentSlugs), demonstration: size };
  const making = progressBar("making the county");
  const hub = await startHub(await blueprint(), {
    config,
    log: openLog("silent"),
    onImport: making.update,
    listens: false,
    works: false,
  });
  making.end();
  try {
    return evaluate(await reportsOn(hub.casework, size), [...plantedCases(size)]);
  } finally {
    await hub.close();
  }
}

async function reportsOn(
  { ask, register, parameters }: Awaited<ReturnType<typeof startHub>>["casework"],
  { households: total }: CountySize,
): Promise<EvaluatedReport[]> {
  const date = todayInShanghai(new Date());
  const caller = verifyingCaller(register, {
    client: "evaluation",
    operator: null,
    jurisdiction: ["33"],
    case: "EVALUATION",
    date,
    credentials: {},
  });
  const ids = await householdsInScope(ask, caller, {});
  const bar = progressBar("verifying");
  const reports: EvaluatedReport[] = [];
  for (let start = 0; start < ids.length; start += BATCH) {
    const page = ids.slice(start, start + BATCH);
    for (const found of await readHouseholds(ask, caller, page)) {
      if (found.outcome !== "FOUND") throw new Error(`${found.id}: ${found.outcome}`);
      const { household } = found;
      const application = {
        householdId: household.id,
        programme: null,
        duty: VERIFICATION_DUTY,
        case: "EVALUATION",
      };
      const situation = makeSituation(application, household);
      const report = buildReport({ number: "", situation, parameters: parameters(date), date });
      reports.push({ householdId: household.id, codes: report.findings.map(({ code }) => code) });
    }
    bar.update({ done: reports.length, households: total });
  }
  bar.end();
  return reports;
}

function text(evaluation: Evaluation): string {
  const { recall, falsePositiveRate, planted, found, households, missed } = evaluation;
  const percent = (part: number) => `${(part * 100).toFixed(2)}%`;
  return [
    `households ${households}, planted ${planted}, found ${found}`,
    `recall ${percent(recall)}, households in order with a finding ${percent(falsePositiveRate)}`,
    ...missed.map(({ kind, householdId }) => `missed ${kind} in ${householdId}`),
    "",
  ].join("\n");
}
