import { ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { bilingual } from "../department/descriptions.js";
import { CalendarDate } from "../department/scalars.js";
import { Metadata } from "./metadata.js";

const BasisStatus = { DRAFT: "draft", ISSUED: "issued" } as const;
registerEnumType(BasisStatus, {
  name: "BasisStatus",
  description: bilingual("依据文件状态。", "State of the document a duty is based on."),
  valuesConfig: {
    DRAFT: { description: bilingual("征求意见稿", "A draft for comment") },
    ISSUED: { description: bilingual("正式印发", "Issued") },
  },
});

const Sharing = {
  UNCONDITIONAL: "UNCONDITIONAL",
  CONDITIONAL: "CONDITIONAL",
  NOT_SHARED: "NOT_SHARED",
} as const;
registerEnumType(Sharing, {
  name: "SharingClass",
  description: bilingual("共享属性。", "Sharing class of a field."),
  valuesConfig: {
    UNCONDITIONAL: { description: bilingual("无条件共享", "Shared unconditionally") },
    CONDITIONAL: { description: bilingual("有条件共享", "Shared for duties that need it") },
    NOT_SHARED: { description: bilingual("不予共享", "Read by its owner alone") },
  },
});

const Sensitivity = {
  NONE: "NONE",
  PERSONAL: "PERSONAL",
  FINANCIAL: "FINANCIAL",
  HEALTH: "HEALTH",
} as const;
registerEnumType(Sensitivity, {
  name: "Sensitivity",
  description: bilingual("敏感程度。", "How sensitive a field is."),
  valuesConfig: {
    NONE: { description: bilingual("非个人信息", "Says nothing of a person") },
    PERSONAL: { description: bilingual("个人信息", "Personal") },
    FINANCIAL: { description: bilingual("财产信息，须授权", "Financial: needs consent") },
    HEALTH: { description: bilingual("健康信息，须授权", "Health: needs consent") },
  },
});

@ObjectType("Duty", {
  description: bilingual(
    "一项任务（政策文件中的一个责任部门清单），编号为“条.清单”。",
    "A duty: one list of responsible departments in the document, numbered item.list.",
  ),
})
export class Duty {
  @Metadata(() => ID, "编号，如 2.3。", "Number, item and list: 2.3.")
  id!: string;

  @Metadata(() => String, "所在条的标题。", "Title of the item.")
  title!: string;

  @Metadata(
    () => String,
    "任务简述。",
    "What the duty is, in short; null where nobody wrote it.",
    true,
  )
  purpose!: string | null;

  @Metadata(
    () => [Department],
    "责任部门，第一个为牵头部门。",
    "Departments in order; the first leads.",
  )
  departments!: unknown[];

  @Metadata(
    () => Boolean,
    "读取财产与健康信息是否须有当事人授权。",
    "Whether financial and health fields need the person's consent.",
  )
  consentRequired!: boolean;

  @Metadata(() => CalendarDate, "生效日期。", "In force from; null where open.", true)
  validFrom!: string | null;

  @Metadata(
    () => CalendarDate,
    "失效日期（含）。",
    "In force to, inclusive; null where open.",
    true,
  )
  validTo!: string | null;

  @Metadata(() => BasisStatus, "依据文件状态。", "State of the document it is based on.")
  basisStatus!: string;
}

@ObjectType("Department", {
  description: bilingual("登记册中的部门。", "A department of the register."),
})
export class Department {
  @Metadata(() => String, "官方名称。", "Official name.")
  name!: string;

  @Metadata(() => [String], "同一单位的其他名称。", "Other names of the same body.")
  aliases!: string[];

  @Metadata(
    () => Boolean,
    "是否为集体称谓：成员配置之前不指代任何部门。",
    "Whether it is a collective name, which names nobody until its members are configured.",
  )
  collective!: boolean;

  @Metadata(() => [Duty], "承担的任务。", "The duties it is listed for.")
  duties!: unknown[];
}

@ObjectType("DutyList", {
  description: bilingual(
    "依据文件中的一份责任清单。",
    "A responsibility list of the document that a duty rests on.",
  ),
})
export class DutyList {
  @Metadata(() => Int, "条目序号。", "Number of the item.")
  item!: number;

  @Metadata(() => String, "条目标题。", "Title of the item.")
  title!: string;

  @Metadata(() => Int, "条目中第几份清单。", "Which list of the item, from 1.")
  list!: number;

  @Metadata(() => Int, "在文件中的行号。", "Line of the document, from 1.")
  line!: number;

  @Metadata(
    () => [String],
    "责任部门，首位牵头。",
    "The departments that answer for it, the first leading.",
  )
  departments!: readonly string[];
}

@ObjectType("AccessExplanation", {
  description: bilingual("一项读取权限的依据。", "Why a department may, or may not, read a field."),
})
export class AccessExplanation {
  @Metadata(() => Boolean, "是否允许。", "Whether it is allowed.")
  allowed!: boolean;

  @Metadata(
    () => String,
    "理由代码：DUTY_NEEDS_FIELD、OWNER、NO_DEPARTMENT_DATA、DUTY_UNKNOWN、DUTY_NOT_ASSIGNED、FIELD_NOT_NEEDED、NOT_SHARED、FIELD_UNKNOWN。",
    "Reason code: DUTY_NEEDS_FIELD, OWNER, NO_DEPARTMENT_DATA, DUTY_UNKNOWN, DUTY_NOT_ASSIGNED, FIELD_NOT_NEEDED, NOT_SHARED or FIELD_UNKNOWN.",
  )
  reason!: string;

  @Metadata(() => String, "理由（中文）。", "The reason as a sentence in Chinese.")
  zh!: string;

  @Metadata(() => String, "理由（英文）。", "The reason as a sentence in English.")
  en!: string;

  @Metadata(
    () => DutyList,
    "该任务的责任清单；登记册无此任务为 null。",
    "The duty's responsibility list; null for a duty that the register does not have.",
    true,
  )
  list!: DutyList | null;

  @Metadata(
    () => [ID],
    "需要此字段的任务编号。",
    "Ids of the duties that need the field, whoever answers for them.",
  )
  neededBy!: readonly string[];

  @Metadata(
    () => [ID],
    "该部门可据以读取此字段的任务编号。",
    "The department's duties that would allow the field.",
  )
  grantedBy!: readonly string[];
}

@ObjectType("FieldPolicy", {
  description: bilingual("一个字段的共享政策。", "The sharing policy of one field."),
})
export class FieldPolicyType {
  @Metadata(() => ID, "字段坐标，如 Person.name。", "Coordinate, Person.name.")
  coordinate!: string;

  @Metadata(() => String, "责任部门。", "Department that answers for the field.")
  owner!: string;

  @Metadata(() => String, "数据最初产生的单位。", "Body in which the value arises.")
  originalSource!: string;

  @Metadata(() => String, "中文名称。", "Name in Chinese.")
  zh!: string;

  @Metadata(() => String, "英文名称。", "Name in English.")
  en!: string;

  @Metadata(() => String, "单位。", "Unit; null where there is none.", true)
  unit!: string | null;

  @Metadata(() => Sharing, "共享属性。", "Sharing class.")
  sharing!: string;

  @Metadata(() => Sensitivity, "敏感程度。", "Sensitivity.")
  sensitivity!: string;

  @Metadata(() => String, "脱敏方式。", "How it is masked; null where it is given whole.", true)
  mask!: string | null;

  @Metadata(() => [ID], "需要该字段的任务。", "Duties that need the field.")
  duties!: readonly string[];
}

@ObjectType("Viewer", {
  description: bilingual("当前调用方及其权限。", "The caller and what it may read."),
})
export class Viewer {
  @Metadata(() => String, "调用系统。", "The client system.")
  client!: string;

  @Metadata(() => String, "部门。", "Its department.")
  department!: string;

  @Metadata(() => ID, "本次请求所履行的任务。", "The duty this request serves.")
  duty!: string;

  @Metadata(() => [String], "管辖区划代码前缀。", "Prefixes of the division codes it serves.")
  jurisdiction!: readonly string[];

  @Metadata(
    () => [String],
    "可读取的数据字段坐标。",
    "Coordinates of the data fields it may read under this duty.",
  )
  readableFields!: string[];
}
