import { Float, ID, Int, ObjectType } from "type-graphql";
import { codeEnum } from "../../department/code-enum.js";
import { bilingual } from "../../department/descriptions.js";
import { PageInfo } from "../../department/page.js";
import { CalendarDate, IdNumber, Timestamp } from "../../department/scalars.js";
import { Metadata } from "../metadata.js";
import { DataIssueEventKind, DataIssueState } from "./codes.js";

@ObjectType("DataIssueEvent", {
  description: bilingual("校核过程中的一件事。", "Something that happened to a data issue."),
})
export class DataIssueEvent {
  @Metadata(() => Timestamp, "时间。", "When.")
  at!: string;

  @Metadata(codeEnum(DataIssueEventKind), "事项。", "What.")
  kind!: DataIssueEventKind;

  @Metadata(() => String, "办理者。", "Who did it.")
  by!: string;
}

@ObjectType("DataIssue", {
  description: bilingual(
    "数据校核：某部门认为一条记录的某字段有误。仅提出方和责任部门可见；内容仅有权读取该字段者可见。",
    "A data issue: a department says that a field of a record is wrong. Seen by who reported it and who owns the record; its content by whoever may read the field.",
  ),
})
export class DataIssue {
  @Metadata(() => ID, "校核编号。", "Id of the issue.")
  id!: string;

  @Metadata(() => String, "责任部门（官方名称）。", "Official name of the owner.")
  department!: string;

  @Metadata(() => String, "所涉字段。", "The field in dispute, Vehicle.status.")
  coordinate!: string;

  @Metadata(codeEnum(DataIssueState), "状态。", "How far it is.")
  state!: DataIssueState;

  @Metadata(
    () => String,
    "提出部门（官方名称）。",
    "Official name of the department that reported it.",
  )
  reporter!: string;

  @Metadata(() => String, "提出者。", "Who reported it.")
  reportedBy!: string;

  @Metadata(() => Timestamp, "提出时间。", "When it was reported.")
  reportedAt!: string;

  @Metadata(() => CalendarDate, "答复期限。", "Last day for the owner's answer.")
  dueOn!: string;

  @Metadata(() => Boolean, "是否逾期未答复。", "Whether it stands open beyond that day.")
  overdue!: boolean;

  @Metadata(() => String, "办结者；未办结为 null。", "Who closed it; null while open.", true)
  closedBy!: string | null;

  @Metadata(
    () => Timestamp,
    "办结时间；未办结为 null。",
    "When it was closed; null while open.",
    true,
  )
  closedAt!: string | null;

  @Metadata(
    () => Boolean,
    "内容是否因无权读取该字段（或缺少授权）而不予显示。",
    "Whether the content is kept back: the caller may not read the field, or lacks consent. All that follows is null then.",
  )
  withheld!: boolean;

  @Metadata(
    () => ID,
    "家庭编号；记录属于人员时为 null。",
    "Household whose record it is; null for a person's.",
    true,
  )
  householdId!: string | null;

  @Metadata(
    () => String,
    "公民身份号码（脱敏）；记录属于家庭时为 null。",
    "ID number of the person, masked; null for a household's record.",
    true,
  )
  maskedIdNumber!: string | null;

  @Metadata(
    () => IdNumber,
    "公民身份号码；仅责任部门可见，供其查找本部门记录。",
    "ID number, by which the owner finds its own record; null for everybody else.",
    true,
  )
  idNumber!: string | null;

  @Metadata(
    () => String,
    "记录在责任部门登记中的键；仅责任部门可见，无其他键为 null。",
    "Further keys of the record in the owner's register; null where there are none, and for everybody else.",
    true,
  )
  recordKey!: string | null;

  @Metadata(() => String, "查得的值；无值为 null。", "The value as seen; null for none.", true)
  valueSeen!: string | null;

  @Metadata(() => String, "应为的值。", "What it should be.", true)
  shouldBe!: string | null;

  @Metadata(() => [String], "佐证材料编号。", "References of documents.", true)
  evidence!: readonly string[] | null;

  @Metadata(
    () => String,
    "答复或撤回的说明。",
    "What the owner answered, or why it was withdrawn.",
    true,
  )
  explanation!: string | null;

  @Metadata(
    () => [DataIssueEvent],
    "办理过程，按先后。",
    "Everything that happened to it, in order.",
  )
  history!: readonly DataIssueEvent[];
}

@ObjectType("DataIssueEdge", {
  description: bilingual("校核列表中的一项。", "One data issue of a list."),
})
export class DataIssueEdge {
  @Metadata(() => DataIssue, "校核。", "The issue.")
  node!: DataIssue;

  @Metadata(() => String, "游标。", "Cursor, for `after`.")
  cursor!: string;
}

@ObjectType("DataIssueConnection", {
  description: bilingual("校核列表。", "A page of data issues, the latest first."),
})
export class DataIssueConnection {
  @Metadata(() => [DataIssueEdge], "本页。", "The page.")
  edges!: readonly DataIssueEdge[];

  @Metadata(() => PageInfo, "分页信息。", "About the page.")
  pageInfo!: PageInfo;

  @Metadata(
    () => Int,
    "符合条件的总数。",
    "How many there are in all, of the departments that answered.",
  )
  totalCount!: number;

  @Metadata(
    () => [String],
    "未答复的部门，其校核不在本页。",
    "Departments that did not answer: theirs are missing from the page.",
  )
  unanswered!: readonly string[];
}

@ObjectType("DataIssueStatistics", {
  description: bilingual(
    "某部门办理校核的情况，全县范围；部门未答复时各数为 null。",
    "How a department answers data issues, in all divisions. The figures are null where it did not answer.",
  ),
})
export class DataIssueStatistics {
  @Metadata(() => String, "责任部门（官方名称）。", "Official name of the owner.")
  department!: string;

  @Metadata(
    () => Boolean,
    "该部门是否答复了本次查询。",
    "Whether the department answered this query.",
  )
  available!: boolean;

  @Metadata(() => Int, "待答复数。", "Issues to be answered.", true)
  open?: number | null;

  @Metadata(() => Int, "逾期未答复数。", "Of these, those beyond their last day.", true)
  overdue?: number | null;

  @Metadata(() => Int, "已答复数。", "Issues corrected or confirmed.", true)
  answered?: number | null;

  @Metadata(() => Int, "按期答复数。", "Of these, those answered by their last day.", true)
  answeredInTime?: number | null;

  @Metadata(() => Int, "已撤回数。", "Issues that the reporter withdrew.", true)
  withdrawn?: number | null;

  @Metadata(
    () => Float,
    "答复用时中位数（自然日）；尚无答复为 null。",
    "Median of calendar days from report to answer; null before the first answer.",
    true,
  )
  medianDays?: number | null;
}
