import { todayInShanghai } from "../codes/calendar.js";
import type { Database } from "../database/database.js";
import type { Application } from "../verification/application.js";
import type { FoundHousehold } from "../verification/reading/found.js";
import { buildReport } from "../verification/report/report.js";
import { makeSituation } from "../verification/situation.js";
import type { VerificationConclusion } from "../department/define.js";
import type { Casework } from "./casework.js";
import { decisionDue } from "./clocks.js";
import { nextFindings, type FindingRow } from "./finding-states.js";
import type { Issue, VerificationRow } from "./store-report.js";

/** What a report is made of, and what came before it. */
export interface Verified {
  readonly application: Application;
  readonly household: FoundHousehold;
  /** Day of the verification. */
  readonly date: string;
  readonly by: string;
  readonly note: string;
  /** The number of a first report; otherwise the verification that this is the next report of. */
  readonly verification:
    string | { readonly row: VerificationRow; readonly known: readonly FindingRow[] };
  readonly runId?: string;
}

/** Minutes until a source that did not answer is asked again, at most. */
const LONGEST_PAUSE = 60;

/** Makes a report and what is kept with it. Nothing is stored. */
export function makeIssue(
  { parameters: parametersFor, now }: Pick<Casework, "parameters" | "now">,
  { application, household, date, by, note, verification, runId }: Verified,
): Issue {
  const before = typeof verification === "string" ? null : verification;
  const number = before?.row.id ?? (verification as string);
  const parameters = parametersFor(date);
  const situation = makeSituation(application, household);
  const report = buildReport({ number, situation, parameters, date });
  const at = now();
  const version = (before?.row.version ?? 0) + 1;
  const findings = nextFindings(number, before?.known ?? [], report.findings, version);
  const waits = report.missing.some(({ outcome }) => outcome === "UNAVAILABLE");
  const retries = waits && before ? before.row.retries + 1 : 0;
  const submittedAt = before?.row.submittedAt ?? at.toISOString();
  const row: VerificationRow = {
    id: number,
    householdId: household.id,
    division: household.village ?? "",
    programme: application.programme,
    duty: application.duty,
    case: application.case,
    application: "",
    outcome: report.outcome,
    incomeBand: report.income?.band ?? null,
    version,
    openFindings: findings.filter(({ state }) => state === "OPEN").length,
    openObjections: before?.row.openObjections ?? 0,
    requestedBy: before?.row.requestedBy ?? by,
    submittedAt,
    completedAt: at.toISOString(),
    dueOn:
      before?.row.dueOn ?? decisionDue(todayInShanghai(new Date(submittedAt)), false, parameters),
    extended: before?.row.extended ?? false,
    validUntil: report.validUntil,
    retryAt: waits ? later(at, Math.min(2 ** retries, LONGEST_PAUSE)) : null,
    retries,
    runId: before?.row.runId ?? runId ?? null,
  };
  return { row, application, situation, report, findings, by, note };
}

/** What the department that keeps conclusions is told. */
export function conclusionOf({ row, report }: Issue): VerificationConclusion {
  return {
    number: report.number,
    householdId: report.householdId,
    outcome: report.outcome,
    incomeBand: row.incomeBand,
    completedOn: report.date,
    validUntil: report.validUntil,
  };
}

function later(from: Date, minutes: number): string {
  return new Date(from.getTime() + minutes * 60_000).toISOString();
}

/** New report numbers, so many. */
export async function newNumbers(
  database: Database,
  count: number,
  date: string,
): Promise<string[]> {
  const rows = await database.query<{ number: number }>(
    "select nextval('verification.verification_number')::int as number from generate_series(1, $1)",
    [count],
  );
  return rows.map(({ number }) => `HD${date.slice(0, 4)}-${String(number).padStart(7, "0")}`);
}
