import { Field, ID, Int, ObjectType } from "type-graphql";
import { bilingual } from "../department/descriptions.js";
import { Duties } from "../department/governed.js";
import { Timestamp } from "../department/scalars.js";

/** The duty under which a person's access history is read out to them. */
export const HISTORY_DUTIES = "1.2";

/** A field of an access record. */
function OfAccess(type: () => unknown, zh: string, en: string, nullable = false) {
  return (target: object, property: string): void => {
    Field(type as never, { description: bilingual(zh, en), nullable, simple: true })(
      target,
      property,
    );
    Duties(HISTORY_DUTIES)(target, property);
  };
}

@ObjectType("AccessRecord", {
  description: bilingual(
    "一次查询的留痕：谁、何时、依据何项任务、查了什么。",
    "One access on record: who, when, under which duty, what was read.",
  ),
})
export class AccessRecordType {
  @OfAccess(() => ID, "留痕编号。", "Id of the record: `extensions.hub.audit` of that answer.")
  id!: string;

  @OfAccess(() => Int, "在日志中的序号。", "Place in the log, from 1.")
  sequence!: number;

  @OfAccess(() => Timestamp, "时间。", "When.")
  at!: string;

  @OfAccess(
    () => String,
    "查询部门；未识别即被拒绝的为 null。",
    "Department; null where it was refused before it was known.",
    true,
  )
  department!: string | null;

  @OfAccess(
    () => String,
    "查询系统；未识别即被拒绝的为 null。",
    "Client system; null where it was refused before it was known.",
    true,
  )
  client!: string | null;

  @OfAccess(() => ID, "依据任务；未说明的为 null。", "Duty; null where none was given.", true)
  duty!: string | null;

  @OfAccess(() => String, "案件编号；未说明的为 null。", "Case; null where none was given.", true)
  case!: string | null;

  @OfAccess(
    () => [String],
    "所查数据字段的中文名称。",
    "Names of the data fields that were asked for, in Chinese.",
  )
  fields!: readonly string[];

  @OfAccess(
    () => String,
    "结果：ALLOWED 已答复、REFUSED 已拒绝、FAILED 未能答复。",
    "ALLOWED, REFUSED or FAILED.",
  )
  decision!: string;

  @OfAccess(
    () => String,
    "供本人阅读的一句话说明。",
    "The access in one sentence in Chinese, for the person to read.",
  )
  summary!: string;
}
