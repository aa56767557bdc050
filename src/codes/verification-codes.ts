import { codeTable, type CodeOf } from "./code-table.js";

/** How far a verification is; the codes are this project's. */
export const VerificationState = codeTable(
  "VerificationState",
  "核对办理状态",
  "How far a verification is",
  {
    WAITING_FOR_SOURCES: {
      code: "1",
      zh: "来源未齐，恢复后自动补查",
      en: "sources did not answer and are asked again by themselves",
    },
    UNDER_OBJECTION: { code: "2", zh: "异议处理中", en: "an objection is open" },
    UNDER_REVIEW: { code: "3", zh: "疑点待处置", en: "findings to be disposed of" },
    CONCLUDED: { code: "4", zh: "核对办结", en: "nothing is open" },
  },
);
export type VerificationState = CodeOf<typeof VerificationState>;

/** What stands of a finding; the codes are this project's. */
export const FindingState = codeTable("FindingState", "疑点处置状态", "What stands of a finding", {
  OPEN: { code: "1", zh: "待处置", en: "to be looked at" },
  UPHELD: { code: "2", zh: "属实", en: "true, and it counts" },
  DISMISSED: { code: "3", zh: "不属实或不影响", en: "not true, or of no consequence" },
  CORRECTED: { code: "4", zh: "已更正申报或登记", en: "declaration or record corrected" },
  SETTLED: { code: "5", zh: "再次核对时已消除", en: "not found any more" },
});
export type FindingState = CodeOf<typeof FindingState>;

/** What a case worker may say of a finding. */
export const FindingDisposition = codeTable(
  "FindingDisposition",
  "疑点处置意见",
  "What a case worker says of a finding",
  {
    UPHELD: { code: "2", zh: "属实", en: "true, and it counts" },
    DISMISSED: { code: "3", zh: "不属实或不影响", en: "not true, or of no consequence" },
    CORRECTED: { code: "4", zh: "已更正申报或登记", en: "declaration or record corrected" },
  },
);
export type FindingDisposition = CodeOf<typeof FindingDisposition>;

/** How far an objection is. */
export const ObjectionState = codeTable("ObjectionState", "异议状态", "How far an objection is", {
  OPEN: { code: "1", zh: "处理中", en: "open" },
  ACCEPTED: { code: "2", zh: "采纳", en: "accepted" },
  REJECTED: { code: "3", zh: "不采纳", en: "rejected" },
});
export type ObjectionState = CodeOf<typeof ObjectionState>;

/** What happened to a verification. */
export const VerificationEventKind = codeTable(
  "VerificationEventKind",
  "核对事项",
  "What happened to a verification",
  {
    VERIFIED: { code: "1", zh: "核对并出具报告", en: "verified, a report was made" },
    FINDING_DISPOSED: { code: "2", zh: "处置疑点", en: "a finding was disposed of" },
    OBJECTION_RAISED: { code: "3", zh: "提出异议", en: "an objection was raised" },
    OBJECTION_RESOLVED: { code: "4", zh: "答复异议", en: "an objection was resolved" },
    EXTENDED: { code: "5", zh: "延长办理期限", en: "the time for the decision was extended" },
  },
);
export type VerificationEventKind = CodeOf<typeof VerificationEventKind>;

/** How far a re-verification is; the codes are this project's. */
export const ReverificationState = codeTable(
  "ReverificationState",
  "复核批次状态",
  "How far a re-verification is",
  {
    RUNNING: { code: "1", zh: "进行中", en: "running" },
    CANCELLED: { code: "2", zh: "已取消，可恢复", en: "cancelled; it can be resumed" },
    FINISHED: { code: "3", zh: "已完成", en: "every household is done" },
  },
);
export type ReverificationState = CodeOf<typeof ReverificationState>;
