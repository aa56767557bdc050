import { Float, ID, InputType, Int, ObjectType } from "type-graphql";
import { AssistanceProgramme } from "../../codes/code-tables.js";
import { ReverificationState } from "../../codes/verification-codes.js";
import { codeEnum } from "../../department/code-enum.js";
import { bilingual } from "../../department/descriptions.js";
import { CalendarDate, DivisionCode, Timestamp } from "../../department/scalars.js";
import { FindingSeverity } from "../../verification/finding-code.js";
import { Given, OfVerification } from "./verification-field.js";

@InputType("StartReverificationInput", {
  description: bilingual(
    "复核范围，各条件同时满足；均空为辖区内全部家庭。",
    "Which households are verified again; all conditions must hold, none means all within the divisions.",
  ),
})
export class StartReverificationInput {
  @Given(codeEnum(AssistanceProgramme), "正在享受该类救助的家庭。", "Everybody who draws it.", true)
  programme?: AssistanceProgramme | null;

  @Given(() => DivisionCode, "乡镇（街道）代码，9 位。", "Township, 9 digits.", true)
  township?: string | null;

  @Given(() => [ID], "所列家庭。", "The households listed.", true)
  households?: string[] | null;

  @Given(
    () => CalendarDate,
    "任一部门记录截止日期不早于该日的家庭。",
    "Only those of which a department holds a record from that day or later.",
    true,
  )
  changedSince?: string | null;

  @Given(
    () => ID,
    "恢复此批次，其余条件不得填写。",
    "Resumes this one instead; nothing else may be given.",
    true,
  )
  resume?: string | null;
}

@ObjectType("Reverification", {
  description: bilingual("一批家庭的复核。", "A re-verification of many households."),
})
export class Reverification {
  @OfVerification(() => ID, "批次编号。", "Id.")
  id!: string;

  @OfVerification(codeEnum(ReverificationState), "状态。", "How far it is.")
  state!: ReverificationState;

  @OfVerification(() => Int, "家庭总数。", "Households in all.")
  total!: number;

  @OfVerification(() => Int, "待复核户数。", "Households still to be verified.")
  pending!: number;

  @OfVerification(() => Int, "已出具报告户数。", "Households with a report of this run.")
  done!: number;

  @OfVerification(() => Int, "无变化户数。", "Households without a change since the day asked for.")
  unchanged!: number;

  @OfVerification(
    () => Int,
    "未能复核户数（无此户、辖区外、来源未答复）。",
    "Households that could not be verified: unknown, outside the divisions, not answered.",
  )
  failed!: number;

  @OfVerification(() => Int, "有疑点的报告数。", "Reports with findings.")
  withFindings!: number;

  @OfVerification(() => Int, "信息不完整的报告数。", "Reports for which something was missing.")
  incomplete!: number;

  @OfVerification(
    () => Float,
    "每秒户数；尚无为 null。",
    "Households a second; null before there is a rate.",
    true,
  )
  rate!: number | null;

  @OfVerification(
    () => Int,
    "预计剩余秒数；尚无为 null。",
    "Seconds left at that rate; null before there is one.",
    true,
  )
  secondsLeft!: number | null;

  @OfVerification(() => String, "发起者。", "Who started it.")
  requestedBy!: string;

  @OfVerification(() => Timestamp, "开始时间。", "When it was started.")
  startedAt!: string;

  @OfVerification(
    () => Timestamp,
    "完成时间；未完成为 null。",
    "When it finished; null before.",
    true,
  )
  finishedAt!: string | null;

  @OfVerification(
    codeEnum(AssistanceProgramme),
    "范围：救助类别；不限为 null。",
    "Scope: the programme; null for any.",
    true,
  )
  programme!: AssistanceProgramme | null;

  @OfVerification(
    () => DivisionCode,
    "范围：乡镇（街道）；不限为 null。",
    "Scope: the township; null for any.",
    true,
  )
  township!: string | null;

  @OfVerification(
    () => CalendarDate,
    "范围：该日起有变化；不限为 null。",
    "Scope: changed since that day; null for any.",
    true,
  )
  changedSince!: string | null;

  @OfVerification(
    () => Boolean,
    "范围是否为所列家庭。",
    "Whether its households were listed one by one.",
  )
  listed!: boolean;
}

@ObjectType("ReverificationPoint", {
  description: bilingual("复核进度的一点。", "A point in the course of a re-verification."),
})
export class ReverificationPoint {
  @OfVerification(() => Int, "开始后的秒数。", "Seconds since the start.")
  seconds!: number;

  @OfVerification(
    () => Int,
    "至此已处理的户数。",
    "Households that were settled by then, whatever came of them.",
  )
  settled!: number;
}

@ObjectType("ReverificationSeverityCount", {
  description: bilingual("某一等级的疑点数。", "The findings of one severity."),
})
export class ReverificationSeverityCount {
  @OfVerification(codeEnum(FindingSeverity), "疑点等级。", "The severity.")
  severity!: FindingSeverity;

  @OfVerification(() => Int, "疑点数。", "Findings.")
  findings!: number;

  @OfVerification(() => Int, "其中待处置数。", "Those that nobody has disposed of.")
  open!: number;

  @OfVerification(() => Int, "涉及户数。", "Households with such a finding.")
  households!: number;
}

@ObjectType("ReverificationFailure", {
  description: bilingual("未能复核的家庭。", "A household that could not be verified."),
})
export class ReverificationFailure {
  @OfVerification(() => ID, "家庭编号。", "Household.")
  householdId!: string;

  @OfVerification(
    () => String,
    "原因：NO_RECORD 为无此户，其余为错误代码。",
    "Why: NO_RECORD for an unknown household, else the code of the error.",
  )
  reason!: string;
}
