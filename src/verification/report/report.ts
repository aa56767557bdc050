import type { AssistanceProgramme, VerificationOutcome } from "../../codes/code-tables.js";
import { addMonths, daysInMonth } from "../../codes/calendar.js";
import { findAll } from "../checks/index.js";
import { assessIncome } from "../means/income.js";
import type { Parameters, ParameterUsed } from "../parameters/parameters.js";
import type { Eligibility } from "../programmes/eligibility.js";
import type { Situation } from "../situation.js";
import { findMissing, type Missing } from "./missing.js";
import { reportFinding, type ReportFinding } from "./report-finding.js";
import { reportIncome, type ReportIncome } from "./report-income.js";
import { reportItems, type ReportItem } from "./report-item.js";
import { reportPersons, type ReportPerson } from "./report-person.js";
import {
  reportEligibility,
  reportGradualExits,
  reportRelief,
  type ReportGradualExit,
  type ReportRelief,
} from "./report-programmes.js";
import { reportSources, type ReportSource } from "./report-source.js";

/** 核对报告: what was declared, what was found, what is worth looking at, and what is missing. It decides nothing. */
export interface Report {
  readonly number: string;
  /** INCOMPLETE as soon as anything that was asked for did not come. */
  readonly state: "COMPLETE" | "INCOMPLETE";
  /** CLEAN only where nothing was found and nothing is missing. */
  readonly outcome: VerificationOutcome;
  readonly householdId: string;
  readonly township: string | null;
  readonly village: string | null;
  /** The programme applied for; null on a re-verification. */
  readonly programme: AssistanceProgramme | null;
  readonly duty: string;
  readonly case: string;
  /** Day of the verification (Asia/Shanghai). */
  readonly date: string;
  /** Last day on which a decision may rest on it. */
  readonly validUntil: string;
  readonly declaredOn: string | null;
  readonly persons: readonly ReportPerson[];
  /** What the household draws on that day. */
  readonly relief: readonly ReportRelief[];
  /** Null where nothing was declared, or no member is known. */
  readonly income: ReportIncome | null;
  readonly items: readonly ReportItem[];
  readonly findings: readonly ReportFinding[];
  readonly missing: readonly Missing[];
  readonly eligibility: readonly Eligibility[];
  readonly gradualExits: readonly ReportGradualExit[];
  readonly sources: readonly ReportSource[];
  /** The parameters in force on the day: what it is computed from again. */
  readonly parameters: readonly ParameterUsed[];
}

/** What a report is built from; the number comes from outside. */
export interface ReportInput {
  readonly number: string;
  readonly situation: Situation;
  readonly parameters: Parameters;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** Builds the report: a pure function, so that the same input gives the same JSON byte for byte. */
export function buildReport({ number, situation, parameters, date }: ReportInput): Report {
  const { application, household, declared } = situation;
  const income = assessIncome(situation, parameters, date);
  const sources = reportSources(household);
  const missing = findMissing(situation, sources);
  const findings = findAll(situation, parameters, date).map(reportFinding);
  const complete = missing.length === 0;
  return {
    number,
    state: complete ? "COMPLETE" : "INCOMPLETE",
    outcome: findings.length > 0 ? "FINDINGS" : complete ? "CLEAN" : "INCOMPLETE",
    householdId: household.id,
    township: household.township,
    village: household.village,
    programme: application.programme,
    duty: application.duty,
    case: application.case,
    date,
    validUntil: monthsLater(date, parameters.reportValidityMonths),
    declaredOn: declared?.declaredOn ?? null,
    persons: reportPersons(household, application),
    relief: reportRelief(situation, date),
    income: income && reportIncome(income, parameters),
    items: reportItems(situation, income, parameters),
    findings,
    missing,
    eligibility: reportEligibility(situation, parameters, date),
    gradualExits: reportGradualExits(situation, income, parameters, date),
    sources,
    parameters: parameters.used,
  };
}

/** The same day so many months later; the last of the month where there is none. */
function monthsLater(date: string, months: number): string {
  const month = addMonths(date.slice(0, 7), months);
  const days = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)));
  const day = Math.min(Number(date.slice(8)), days);
  return `${month}-${String(day).padStart(2, "0")}`;
}
