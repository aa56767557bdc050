import type { AssistanceProgramme } from "../../../codes/code-tables.js";
import type { ReverificationState } from "../../../codes/verification-codes.js";
import type { FindingSeverity } from "../../../verification/finding-code.js";

/** How far a re-verification is. */
export interface Run {
  readonly id: string;
  readonly state: ReverificationState;
  readonly total: number;
  readonly pending: number;
  readonly done: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly withFindings: number;
  readonly incomplete: number;
  readonly rate: number | null;
  readonly secondsLeft: number | null;
  readonly requestedBy: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly programme: AssistanceProgramme | null;
  readonly township: string | null;
  readonly changedSince: string | null;
  readonly listed: boolean;
}

/** A point of its course. */
export interface RunPoint {
  readonly seconds: number;
  readonly settled: number;
}

/** The findings of its reports of one severity. */
export interface SeverityCount {
  readonly severity: FindingSeverity;
  readonly findings: number;
  readonly open: number;
  readonly households: number;
}

/** A re-verification with its course and what came of it. */
export interface WholeRun extends Run {
  readonly course: readonly RunPoint[];
  readonly findingsBySeverity: readonly SeverityCount[];
  readonly failures: readonly { readonly householdId: string; readonly reason: string }[];
}
