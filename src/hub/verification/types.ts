import { GraphQLScalarType } from "graphql";
import { ID, Int, ObjectType } from "type-graphql";
import { AssistanceProgramme, IncomeBand, VerificationOutcome } from "../../codes/code-tables.js";
import {
  FindingState,
  ObjectionState,
  VerificationEventKind,
  VerificationState,
} from "../../codes/verification-codes.js";
import { codeEnum } from "../../department/code-enum.js";
import { bilingual } from "../../department/descriptions.js";
import { CalendarDate, Timestamp } from "../../department/scalars.js";
import { FindingCode, FindingSeverity } from "../../verification/finding-code.js";
import { OfVerification } from "./verification-field.js";

/** A whole report, as JSON. */
export const ReportDocument = new GraphQLScalarType({
  name: "ReportDocument",
  description: bilingual(
    "核对报告全文（JSON）：申报、查得、差异、疑点、来源、缺项、所用参数；身份号码一律脱敏。",
    "A whole report as JSON: declared, found, differences, findings, sources, what is missing, the parameters used. ID numbers are masked.",
  ),
});

@ObjectType("IssuedCode", {
  description: bilingual("报告的签发日与核对码。", "Day of issue and code of a report."),
})
export class IssuedCode {
  @OfVerification(() => CalendarDate, "签发日。", "Day of issue.")
  issuedOn!: string;

  @OfVerification(() => String, "核对码。", "The code as printed on the report.")
  code!: string;
}

@ObjectType("VerificationFinding", {
  description: bilingual(
    "疑点：提示值得核实，不代表违规。",
    "A finding: worth looking at, never by itself unlawful.",
  ),
})
export class VerificationFinding {
  @OfVerification(() => ID, "疑点编号。", "Id of the finding.")
  id!: string;

  @OfVerification(codeEnum(FindingCode), "疑点类型。", "What was found.")
  code!: FindingCode;

  @OfVerification(codeEnum(FindingSeverity), "疑点等级。", "How much it asks to be looked at.")
  severity!: FindingSeverity;

  @OfVerification(
    () => String,
    "所涉人员在报告中的位置，如 MEMBER 2；null 为涉及全户。",
    "Place of the person in the report, MEMBER 2; null where it is about the household.",
    true,
  )
  person!: string | null;

  @OfVerification(
    () => String,
    "申报情况；无申报为 null。",
    "What was declared; null for nothing.",
    true,
  )
  declared!: string | null;

  @OfVerification(
    () => String,
    "查得情况；最新报告已无此疑点时为 null。",
    "What was found; null where the latest report does not have it.",
    true,
  )
  found!: string | null;

  @OfVerification(
    () => String,
    "处置建议。",
    "What the case worker should do; null as above.",
    true,
  )
  advice!: string | null;

  @OfVerification(() => [String], "依据。", "The law or clause behind it.")
  basis!: readonly string[];

  @OfVerification(
    () => Boolean,
    "所据记录是否有未办结的数据校核。",
    "Whether a record it rests on is in dispute.",
  )
  inDispute!: boolean;

  @OfVerification(codeEnum(FindingState), "处置状态。", "What stands of it.")
  state!: FindingState;

  @OfVerification(
    () => String,
    "处置理由；未处置为 null。",
    "Why it was disposed of so; null before.",
    true,
  )
  reason!: string | null;

  @OfVerification(() => String, "处置人；未处置为 null。", "Who disposed of it; null before.", true)
  disposedBy!: string | null;

  @OfVerification(() => Timestamp, "处置时间；未处置为 null。", "When; null before.", true)
  disposedAt!: string | null;
}

@ObjectType("VerificationObjection", {
  description: bilingual("对疑点的异议。", "What the family says against a finding."),
})
export class VerificationObjection {
  @OfVerification(() => ID, "异议编号。", "Id of the objection.")
  id!: string;

  @OfVerification(() => ID, "所针对的疑点。", "The finding it is against.")
  findingId!: string;

  @OfVerification(() => String, "异议内容。", "What the family says.")
  statement!: string;

  @OfVerification(() => [String], "佐证材料编号。", "References of the documents handed in.")
  evidence!: readonly string[];

  @OfVerification(codeEnum(ObjectionState), "状态。", "How far it is.")
  state!: ObjectionState;

  @OfVerification(() => Timestamp, "提出时间。", "When it was raised.")
  raisedAt!: string;

  @OfVerification(
    () => String,
    "答复；未答复为 null。",
    "What came of it and why; null while open.",
    true,
  )
  resolution!: string | null;

  @OfVerification(() => Timestamp, "答复时间；未答复为 null。", "When; null while open.", true)
  resolvedAt!: string | null;
}

@ObjectType("VerificationEvent", {
  description: bilingual("核对办理过程中的一件事。", "Something that happened to a verification."),
})
export class VerificationEvent {
  @OfVerification(() => Timestamp, "时间。", "When.")
  at!: string;

  @OfVerification(codeEnum(VerificationEventKind), "事项。", "What.")
  kind!: VerificationEventKind;

  @OfVerification(() => String, "办理者。", "Who did it.")
  by!: string;

  @OfVerification(
    () => ID,
    "所涉疑点或异议；null 为核对本身。",
    "Finding or objection; null for the verification itself.",
    true,
  )
  about!: string | null;

  @OfVerification(() => String, "说明。", "Why, or what.")
  note!: string;
}

@ObjectType("Verification", {
  description: bilingual(
    "一户的家庭经济状况核对。核对只提示，不作决定。",
    "Verification of one household's economic situation. It points things out and decides nothing.",
  ),
})
export class Verification {
  @OfVerification(() => ID, "报告编号。", "Number of the report.")
  id!: string;

  @OfVerification(() => ID, "家庭编号。", "Household.")
  householdId!: string;

  @OfVerification(
    codeEnum(AssistanceProgramme),
    "申请的救助类别；复核为 null。",
    "Programme applied for; null on a re-verification.",
    true,
  )
  programme!: AssistanceProgramme | null;

  @OfVerification(() => ID, "所依据任务。", "Duty under which it was read.")
  duty!: string;

  @OfVerification(() => String, "案件编号。", "Case it belongs to.")
  case!: string;

  @OfVerification(codeEnum(VerificationState), "办理状态。", "How far it is.")
  state!: VerificationState;

  @OfVerification(codeEnum(VerificationOutcome), "核对结论。", "What the latest report says.")
  outcome!: VerificationOutcome;

  @OfVerification(
    codeEnum(IncomeBand),
    "收入档次；无法计算为 null。",
    "Income band; null where it cannot be computed.",
    true,
  )
  incomeBand!: IncomeBand | null;

  @OfVerification(() => Int, "最新报告版次，从 1 起。", "Version of the latest report, from 1.")
  version!: number;

  @OfVerification(() => Int, "待处置疑点数。", "Findings that nobody has disposed of.")
  openFindings!: number;

  @OfVerification(() => String, "提交系统。", "The department and client that submitted it.")
  requestedBy!: string;

  @OfVerification(() => Timestamp, "提交时间。", "When it was submitted.")
  submittedAt!: string;

  @OfVerification(() => Timestamp, "最新报告出具时间。", "When the latest report was made.")
  completedAt!: string;

  @OfVerification(() => CalendarDate, "决定期限。", "Last day for the decision.")
  dueOn!: string;

  @OfVerification(
    () => Boolean,
    "决定期限是否已延长。",
    "Whether the time for the decision was extended.",
  )
  extended!: boolean;

  @OfVerification(() => CalendarDate, "疑点处置期限。", "Last day to dispose of the findings.")
  dispositionDueOn!: string;

  @OfVerification(
    () => Boolean,
    "核对报告是否超时未处置。",
    "Whether findings stand open beyond that day.",
  )
  overdue!: boolean;

  @OfVerification(
    () => CalendarDate,
    "报告有效期至。",
    "Last day on which a decision may rest on it.",
  )
  validUntil!: string;

  @OfVerification(
    () => ID,
    "所属复核批次；无为 null。",
    "Re-verification that it belongs to; null for none.",
    true,
  )
  run!: string | null;
}
