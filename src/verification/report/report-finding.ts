import { BASIS } from "../basis.js";
import type { Bilingual } from "../bilingual.js";
import type { Evidence, Finding, FindingValue } from "../finding.js";
import { FindingCode, type FindingSeverity } from "../finding-code.js";
import type { PersonPlace } from "../reading/found.js";

/** A finding as a report shows it: the codes spelled out. */
export interface ReportFinding {
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  readonly title: Bilingual;
  readonly person: PersonPlace | null;
  readonly declared: FindingValue | null;
  readonly found: FindingValue | null;
  readonly evidence: readonly Evidence[];
  /** True where a record that it rests on is in dispute. */
  readonly inDispute: boolean;
  readonly basis: readonly Bilingual[];
  readonly advice: Bilingual;
}

/** Spells a finding out. */
export function reportFinding(finding: Finding): ReportFinding {
  const { zh, en } = FindingCode.entries[finding.code];
  return {
    code: finding.code,
    severity: finding.severity,
    title: { zh, en },
    person: finding.person,
    declared: finding.declared,
    found: finding.found,
    evidence: finding.evidence,
    inDispute: finding.evidence.some(({ inDispute }) => inDispute),
    basis: finding.basis.map((key) => BASIS[key]),
    advice: finding.advice,
  };
}
