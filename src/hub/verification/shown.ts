import { todayInShanghai } from "../../codes/calendar.js";
import { dispositionDue, isOverdue } from "../../casework/clocks.js";
import type { FindingRow } from "../../casework/finding-states.js";
import { placeOf } from "../../casework/finding-states.js";
import type { VerificationRow } from "../../casework/store-report.js";
import { stateOf } from "../../casework/verification-state.js";
import type { FindingCode, FindingSeverity } from "../../verification/finding-code.js";
import type { Parameters } from "../../verification/parameters/parameters.js";
import type { Report } from "../../verification/report/report.js";
import type { Verification, VerificationFinding } from "./types.js";

/** A verification as it is shown on a day. */
export function shownVerification(
  row: VerificationRow,
  parameters: Parameters,
  date: string,
): Verification {
  const completedOn = todayInShanghai(new Date(row.completedAt));
  const submittedOn = todayInShanghai(new Date(row.submittedAt));
  const { extended, openFindings } = row;
  return {
    ...row,
    programme: row.programme as Verification["programme"],
    incomeBand: row.incomeBand as Verification["incomeBand"],
    state: stateOf(row),
    run: row.runId,
    dispositionDueOn: dispositionDue(completedOn, parameters),
    overdue: isOverdue({ submittedOn, completedOn, extended, openFindings }, date, parameters),
  };
}

/** A finding with what the latest report says of it. */
export function shownFinding(row: FindingRow, report: Report | null): VerificationFinding {
  const said =
    row.state === "SETTLED"
      ? undefined
      : report?.findings.find((one) => one.code === row.code && placeOf(one) === row.person);
  return {
    ...row,
    code: row.code as FindingCode,
    severity: row.severity as FindingSeverity,
    declared: said?.declared?.zh ?? null,
    found: said?.found?.zh ?? null,
    advice: said?.advice.zh ?? null,
    basis: said?.basis.map(({ zh }) => zh) ?? [],
    inDispute: said?.inDispute ?? false,
  };
}
