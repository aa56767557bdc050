import { ID, InputType } from "type-graphql";
import { codeEnum } from "../../department/code-enum.js";
import { bilingual } from "../../department/descriptions.js";
import { IdNumber } from "../../department/scalars.js";
import { Given } from "../verification/verification-field.js";
import { DataIssueStanding, DataIssueState } from "./codes.js";

@InputType("RecordFieldInput", {
  description: bilingual(
    "以某字段的值指明一条记录。",
    "Names one record by what a field of it says.",
  ),
})
export class RecordFieldInput {
  @Given(
    () => String,
    "字段名，如 plateNumber；须有权读取。",
    "Field of the record's type, plateNumber; the caller must be able to read it.",
  )
  field!: string;

  @Given(() => String, "字段的值，如号牌。", "What it says: the plate.")
  value!: string;
}

@InputType("ReportDataIssueInput", {
  description: bilingual(
    "对一条记录的某字段提出校核。idNumber 与 householdId 只填其一。",
    "What is wrong in a field of a record. Exactly one of idNumber and householdId is given.",
  ),
})
export class ReportDataIssueInput {
  @Given(
    () => String,
    "字段，如 Vehicle.status；须有权读取。",
    "The field, Vehicle.status; the caller must be able to read it.",
  )
  coordinate!: string;

  @Given(() => IdNumber, "记录所属人员的公民身份号码。", "The person whose record it is.", true)
  idNumber?: string | null;

  @Given(() => ID, "记录所属家庭的编号。", "The household whose record it is.", true)
  householdId?: string | null;

  @Given(
    () => [RecordFieldInput],
    "此类记录有多条时，指明是哪一条。",
    "Which record, where there are several of the type; all must fit.",
    true,
  )
  record?: RecordFieldInput[] | null;

  @Given(
    () => String,
    "查得的值；无值为空。",
    "The value as seen; null where there was none.",
    true,
  )
  valueSeen?: string | null;

  @Given(() => String, "应为的值。", "What it should be.")
  shouldBe!: string;

  @Given(() => [String], "佐证材料编号，至少一份。", "References of documents, one at least.")
  evidence!: string[];
}

@InputType("DataIssueFilter", {
  description: bilingual(
    "校核列表的条件，同时满足。",
    "What a list of data issues is narrowed to; all must hold.",
  ),
})
export class DataIssueFilterInput {
  @Given(() => ID, "校核编号。", "Id of the issue.", true)
  id?: string | null;

  @Given(codeEnum(DataIssueState), "状态。", "How far it is.", true)
  state?: DataIssueState | null;

  @Given(() => String, "责任部门（官方名称）。", "Official name of the owner.", true)
  department?: string | null;

  @Given(() => String, "字段，如 Vehicle.status。", "The field, Vehicle.status.", true)
  coordinate?: string | null;

  @Given(() => Boolean, "是否逾期未答复。", "Whether the answer is overdue.", true)
  overdue?: boolean | null;

  @Given(codeEnum(DataIssueStanding), "本部门的身份。", "As what the caller stands in it.", true)
  standing?: DataIssueStanding | null;
}
