import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { ConsentState, SignerRelation } from "../codes/consent-codes.js";
import { codeEnum } from "../department/code-enum.js";
import { bilingual } from "../department/descriptions.js";
import { Duties, Reads } from "../department/governed.js";
import { CalendarDate, DivisionCode, IdNumber, Timestamp } from "../department/scalars.js";

/** The duties that ask for consent, whose departments record and revoke it. */
export const CONSENT_DUTIES = "1.2 1.3 1.4 2.1 2.3";

/** A field of a consent, read by the departments that work with consents. */
function OfConsent(type: () => unknown, zh: string, en: string, nullable = false) {
  return (target: object, property: string): void => {
    Field(type as never, { description: bilingual(zh, en), nullable, simple: true })(
      target,
      property,
    );
    Duties(CONSENT_DUTIES)(target, property);
  };
}

@ObjectType("ConsentVersion", {
  description: bilingual(
    "授权书的一个版本；版本从不更改。",
    "One version of a consent. A version never changes.",
  ),
})
export class ConsentVersionType {
  @OfConsent(() => Int, "版本号，从 1 起。", "Number of the version, from 1.")
  version!: number;

  @OfConsent(codeEnum(ConsentState), "状态。", "State.")
  state!: ConsentState;

  @OfConsent(() => String, "形成此版本的原因。", "Why this version was made.")
  reason!: string;

  @OfConsent(() => CalendarDate, "起始日。", "First day.")
  validFrom!: string;

  @OfConsent(
    () => CalendarDate,
    "截止日；null 为至退出救助时止。",
    "Last day; null until the household exits.",
    true,
  )
  validTo!: string | null;

  @OfConsent(() => String, "登记系统。", "The client system that recorded it.")
  recordedBy!: string;

  @OfConsent(() => Timestamp, "登记时间。", "When it was recorded.")
  recordedAt!: string;
}

@ObjectType("Consent", {
  description: bilingual(
    "授权书：一人同意为所列任务查询其财产与健康信息。",
    "A consent: what one person agreed to have read, for the duties it names.",
  ),
})
export class ConsentType {
  @OfConsent(() => ID, "授权书编号。", "Id of the consent.")
  id!: string;

  @OfConsent(
    () => String,
    "授权人公民身份号码（脱敏）。",
    "ID number of the person, masked: first 6 and last 4 shown.",
  )
  maskedIdNumber!: string;

  @OfConsent(
    () => ID,
    "申请家庭编号；无则为 null。",
    "Household on whose application it was signed; null without one.",
    true,
  )
  householdId!: string | null;

  @OfConsent(codeEnum(SignerRelation), "签署人身份。", "Who signed.")
  signerRelation!: SignerRelation;

  @OfConsent(() => [ID], "授权所及任务。", "Ids of the duties it covers.")
  duties!: readonly string[];

  @OfConsent(() => Boolean, "今日是否有效。", "Whether it is in force today (Asia/Shanghai).")
  inForce!: boolean;

  @OfConsent(() => ConsentVersionType, "最新版本。", "The latest version, which counts.")
  latest!: ConsentVersionType;

  @OfConsent(() => [ConsentVersionType], "全部版本，按先后。", "Every version, in order.")
  versions!: readonly ConsentVersionType[];
}

/** A field of an input, which filters by nothing. */
function Given(type: () => unknown, zh: string, en: string, nullable = false) {
  return (target: object, property: string): void => {
    Field(type as never, { description: bilingual(zh, en), nullable })(target, property);
    Reads()(target, property);
  };
}

@InputType("ConsentInput", {
  description: bilingual("待登记的授权书。", "A signed consent that is to be recorded."),
})
export class ConsentInput {
  @Given(() => IdNumber, "授权人公民身份号码。", "ID number of the person whose data it is.")
  idNumber!: string;

  @Given(
    () => DivisionCode,
    "授权人居住的村（社区）代码，12 位。",
    "Village in which the person lives, 12 digits; within the caller's divisions.",
  )
  division!: string;

  @Given(() => ID, "申请家庭编号。", "Household on whose application it was signed.", true)
  householdId?: string | null;

  @Given(
    () => [IdNumber],
    "签署之日共同生活家庭成员的公民身份号码；有家庭编号时必填。",
    "ID numbers of the household's members on the day of signing; required with a household.",
    true,
  )
  membership?: string[] | null;

  @Given(() => IdNumber, "签署人公民身份号码。", "ID number of who signed.")
  signerIdNumber!: string;

  @Given(
    codeEnum(SignerRelation),
    "签署人身份；未满 14 周岁由监护人签署。",
    "Who signed. A guardian signs for a person under 14.",
  )
  signerRelation!: SignerRelation;

  @Given(() => [ID], "授权所及任务编号。", "Ids of the duties it covers; each asks for consent.")
  duties!: string[];

  @Given(() => CalendarDate, "起始日。", "First day.")
  validFrom!: string;

  @Given(
    () => CalendarDate,
    "截止日；null 为至退出救助时止。",
    "Last day; null until the household exits.",
    true,
  )
  validTo?: string | null;

  @Given(() => ID, "续签的授权书编号。", "Id of the consent that this renews.", true)
  renews?: string | null;
}
