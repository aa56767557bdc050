import { addWorkingDays } from "../../codes/working-days.js";
import type { Parameters } from "../../verification/parameters/parameters.js";

/** The last day for the owner's answer, in working days from the report. */
export function replyDue(reportedOn: string, parameters: Parameters): string {
  return addWorkingDays(reportedOn, parameters.dataIssueReplyWorkingDays);
}

/** Whether an issue stands open beyond that day. */
export function isOverdue(
  { state, dueOn }: { readonly state: string; readonly dueOn: string },
  date: string,
): boolean {
  return state === "OPEN" && date > dueOn;
}
