import type {
  AssistanceProgramme,
  IncomeBand,
  VerificationOutcome,
} from "../../codes/code-tables.js";
import type { VerificationEventKind, VerificationState } from "../../codes/verification-codes.js";
import type { ReportAnswer } from "../../report-pages/report-dispositions.js";
import type { FindingSeverity } from "../../verification/finding-code.js";

/** A verification as lists show it. */
export interface ListedVerification {
  readonly id: string;
  readonly householdId: string;
  readonly programme: AssistanceProgramme | null;
  readonly case: string;
  readonly state: VerificationState;
  readonly outcome: VerificationOutcome;
  readonly incomeBand: IncomeBand | null;
  readonly openFindings: number;
  readonly submittedAt: string;
  readonly completedAt: string;
  readonly dueOn: string;
  readonly dispositionDueOn: string;
  readonly overdue: boolean;
  readonly validUntil: string;
}

/** A finding and what was done about it. */
export type FindingRow = ReportAnswer["findings"][number] & { readonly severity: FindingSeverity };

/** What a family says against a finding. */
export type ObjectionRow = ReportAnswer["objections"][number] & {
  readonly id: string;
  readonly evidence: readonly string[];
};

/** A verification with its latest report and all that was done about it. */
export interface WholeVerification
  extends Omit<ReportAnswer, "findings" | "objections">, ListedVerification {
  readonly duty: string;
  readonly version: number;
  readonly requestedBy: string;
  readonly extended: boolean;
  readonly run: string | null;
  readonly findings: readonly FindingRow[];
  readonly objections: readonly ObjectionRow[];
  readonly history: readonly {
    readonly at: string;
    readonly kind: VerificationEventKind;
    readonly by: string;
    readonly about: string | null;
    readonly note: string;
  }[];
}
