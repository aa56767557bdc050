import { addDays } from "../codes/calendar.js";
import { addWorkingDays } from "../codes/working-days.js";
import type { Parameters } from "../verification/parameters/parameters.js";

/** What the clocks of a verification go by. */
export interface Clocked {
  readonly submittedOn: string;
  readonly completedOn: string;
  readonly extended: boolean;
  readonly openFindings: number;
}

/** The last day for the decision on an application, extended or not; calendar days from submission. */
export function decisionDue(
  submittedOn: string,
  extended: boolean,
  parameters: Parameters,
): string {
  const { verificationDecisionDays, verificationExtendedDays } = parameters;
  return addDays(submittedOn, extended ? verificationExtendedDays : verificationDecisionDays);
}

/** The last day to dispose of what a report found. */
export function dispositionDue(completedOn: string, parameters: Parameters): string {
  return addDays(completedOn, parameters.reportOverdueDays);
}

/** 标记核对报告超时: whether findings stand open beyond the day by which they are to be disposed of. */
export function isOverdue(
  { completedOn, openFindings }: Clocked,
  date: string,
  parameters: Parameters,
): boolean {
  return openFindings > 0 && date > dispositionDue(completedOn, parameters);
}

/** The moment before which reports were made that are overdue on a day, while findings stand open. */
export function overdueBefore(date: string, parameters: Parameters): string {
  return `${addDays(date, -parameters.reportOverdueDays)}T00:00:00+08:00`;
}

/** The last day to start, in working days from submission. */
export function startDue(submittedOn: string, parameters: Parameters): string {
  return addWorkingDays(submittedOn, parameters.verificationStartWorkingDays);
}
