import type { Bilingual } from "../verification/bilingual.js";
import type { FindingCode } from "../verification/finding-code.js";
import type { ParameterEntry } from "../verification/parameters/parameter-entry.js";
import type { PersonPlace } from "../verification/reading/found.js";
import type { Report } from "../verification/report/report.js";

/** What a person did about a finding, or what a family said about it. */
export interface ReportDisposition {
  /** The place of the finding in the report, from 1, or its code and person. */
  readonly finding: number | { readonly code: FindingCode; readonly person: PersonPlace | null };
  /** As it is to be read, 已核实无误. */
  readonly state: Bilingual;
  /** False where something is still to be done. */
  readonly settled: boolean;
  readonly reason: string;
  /** Name of the person who did it. */
  readonly by: string;
  /** Moment with offset, `2026-11-02T09:30:00+08:00`. */
  readonly at: string;
}

/** A stored report with all that its page and its file show beside it. */
export interface ReportView {
  readonly report: Report;
  /** The verification code (核对码) as printed. */
  readonly code: string;
  /** Day on which it was issued (Asia/Shanghai). */
  readonly issuedOn: string;
  /** True where a newer version has taken its place. */
  readonly superseded: boolean;
  /** Who issued it; null where it is not to be named. */
  readonly issuer: Bilingual | null;
  /** Title of the duty in the register; null where it has none. */
  readonly dutyTitle: string | null;
  /** In the order of their time; the last one of a finding is its state. */
  readonly dispositions: readonly ReportDisposition[];
  /** The parameters' file: where a value in the report comes from. */
  readonly parameterEntries: readonly ParameterEntry[];
  /** Absolute address of the page where a code is checked. */
  readonly checkAddress: string;
}
