import { Field, ID, InputType, Int, registerEnumType } from "type-graphql";
import { AssistanceProgramme, Kinship, VerificationOutcome } from "../../codes/code-tables.js";
import { VerificationState } from "../../codes/verification-codes.js";
import { codeEnum } from "../../department/code-enum.js";
import { bilingual } from "../../department/descriptions.js";
import { Reads } from "../../department/governed.js";
import { CalendarDate, IdNumber, Money, YearMonth } from "../../department/scalars.js";
import {
  EXCLUDED_INCOME,
  type ExcludedIncome,
} from "../../verification/parameters/parameter-values.js";
import { Given } from "./verification-field.js";

const ApplicationRole = { MEMBER: "MEMBER", OBLIGOR: "OBLIGOR" } as const;
registerEnumType(ApplicationRole, {
  name: "ApplicationRole",
  description: bilingual("在申请中的身份。", "Role in an application."),
  valuesConfig: {
    MEMBER: { description: bilingual("共同生活家庭成员。", "Lives with the household.") },
    OBLIGOR: {
      description: bilingual("非共同生活赡抚扶养人。", "Obliged to support, lives apart."),
    },
  },
});

const ExcludedIncomeKind = Object.fromEntries(EXCLUDED_INCOME.map((kind) => [kind, kind]));
registerEnumType(ExcludedIncomeKind, {
  name: "ExcludedIncome",
  description: bilingual("不计入家庭收入的项目。", "Income that does not count."),
});

@InputType("ApplicationPersonInput", {
  description: bilingual("申请书上的一人。", "A person as the application names it."),
})
export class ApplicationPersonInput {
  @Given(() => IdNumber, "公民身份号码。", "ID number.")
  idNumber!: string;

  @Given(() => String, "姓名。", "Name.")
  name!: string;

  @Given(() => ApplicationRole, "身份。", "Role.")
  role!: "MEMBER" | "OBLIGOR";

  @Given(codeEnum(Kinship), "与户主关系。", "Relation to the head.", true)
  kinship?: Kinship | null;

  @Given(() => String, "授权书编号。", "Reference of the consent that the person signed.", true)
  consent?: string | null;
}

@InputType("DeclarationInput", {
  description: bilingual(
    "申报的家庭经济状况：收入为全体成员一年合计（元），财产为元；不得为负。",
    "Economic situation as declared: income of all members in yuan a year, assets in yuan; none below nought.",
  ),
})
export class DeclarationInput {
  @Given(() => Money, "工资性收入（元/年）。", "Wages, yuan a year.")
  wageIncome!: string;

  @Given(() => Money, "经营净收入（元/年）。", "Net business income, yuan a year.")
  businessIncome!: string;

  @Given(() => Money, "财产净收入（元/年）。", "Net property income, yuan a year.")
  propertyIncome!: string;

  @Given(() => Money, "转移净收入（元/年）。", "Net transfers, yuan a year.")
  transferIncome!: string;

  @Given(() => Money, "其他收入（元/年）。", "Other income, yuan a year.")
  otherIncome!: string;

  @Given(() => Money, "货币财产（元）。", "Money assets, yuan.")
  financialAssets!: string;

  @Given(() => Int, "车辆数。", "Motor vehicles.")
  vehicleCount!: number;

  @Given(() => Int, "住房套数。", "Dwellings.")
  dwellingCount!: number;

  @Given(
    () => CalendarDate,
    "申报日期；超过 6 个月须重新申报。",
    "Day of the declaration: one of more than 6 months is refused.",
  )
  declaredOn!: string;
}

@InputType("DeclaredExclusionInput", {
  description: bilingual(
    "申报收入中不计入的部分。",
    "Part of the declared income that does not count.",
  ),
})
export class DeclaredExclusionInput {
  @Given(() => ExcludedIncomeKind, "项目。", "Kind.")
  kind!: ExcludedIncome;

  @Given(() => Money, "金额（元/年）。", "Amount, yuan a year.")
  amount!: string;
}

@InputType("NewEmploymentInput", {
  description: bilingual(
    "成员新就业（就业收入扣减）。",
    "A member's new job, whose income is disregarded for a time.",
  ),
})
export class NewEmploymentInput {
  @Given(() => IdNumber, "成员公民身份号码。", "ID number of the member.")
  idNumber!: string;

  @Given(() => YearMonth, "首个就业月。", "First month of work.")
  since!: string;

  @Given(() => Money, "申报月工资（元/月）。", "Declared wage, yuan a month.")
  monthlyWage!: string;
}

@InputType("SubmitVerificationInput", {
  description: bilingual(
    "提请核对。案件编号取自请求头 Hub-Case。",
    "What is to be verified. The case is that of the request (Hub-Case).",
  ),
})
export class SubmitVerificationInput {
  @Given(() => ID, "家庭编号。", "Household.")
  householdId!: string;

  @Given(
    codeEnum(AssistanceProgramme),
    "申请的救助类别：每名成员须有有效授权；空为对在册家庭的复核。",
    "Programme applied for, which takes every member's consent; none to re-verify a household as it is on file.",
    true,
  )
  programme?: AssistanceProgramme | null;

  @Reads()
  @Field(() => [ApplicationPersonInput], {
    nullable: true,
    description: bilingual(
      "申请书所列人员；空则以登记为准。",
      "Persons as the family names them; those registered where absent.",
    ),
  })
  persons?: ApplicationPersonInput[] | null;

  @Given(
    () => DeclarationInput,
    "申报；空则以在册申报为准。",
    "Declaration; the one on file where absent.",
    true,
  )
  declaration?: DeclarationInput | null;

  @Given(
    () => [DeclaredExclusionInput],
    "不计入的收入。",
    "Declared income that does not count.",
    true,
  )
  exclusions?: DeclaredExclusionInput[] | null;

  @Given(() => [NewEmploymentInput], "新就业。", "New jobs of members.", true)
  newEmployments?: NewEmploymentInput[] | null;
}

@InputType("RaiseObjectionInput", {
  description: bilingual("对疑点提出异议。", "What the family says against a finding."),
})
export class RaiseObjectionInput {
  @Given(() => ID, "疑点编号。", "The finding.")
  findingId!: string;

  @Given(() => String, "异议内容。", "What the family says.")
  statement!: string;

  @Given(
    () => [String],
    "佐证材料编号，至少一份。",
    "References of the documents handed in, one at least.",
  )
  evidence!: string[];
}

@InputType("VerificationFilter", {
  description: bilingual(
    "核对列表的条件，同时满足。",
    "What a list of verifications is narrowed to; all must hold.",
  ),
})
export class VerificationFilterInput {
  @Given(() => ID, "家庭编号。", "Household.", true)
  householdId?: string | null;

  @Given(codeEnum(AssistanceProgramme), "救助类别。", "Programme.", true)
  programme?: AssistanceProgramme | null;

  @Given(codeEnum(VerificationOutcome), "核对结论。", "Outcome.", true)
  outcome?: VerificationOutcome | null;

  @Given(codeEnum(VerificationState), "办理状态。", "State.", true)
  state?: VerificationState | null;

  @Given(
    () => Boolean,
    "仅超时未处置的；false 为仅未超时的。",
    "Only those that are overdue; only the others for false.",
    true,
  )
  overdue?: boolean | null;

  @Given(() => Boolean, "仅有待处置疑点的。", "Only those with findings to be disposed of.", true)
  open?: boolean | null;

  @Given(() => ID, "复核批次。", "Re-verification.", true)
  run?: string | null;

  @Given(() => CalendarDate, "自该日起提交的。", "Submitted since that day.", true)
  submittedSince?: string | null;

  @Given(
    () => CalendarDate,
    "至该日提交的（含当日）。",
    "Submitted until that day, inclusive.",
    true,
  )
  submittedUntil?: string | null;
}
