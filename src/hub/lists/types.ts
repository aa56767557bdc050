import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { AssistanceProgramme, PovertyDimensionName } from "../../codes/code-tables.js";
import { codeTable, type CodeOf } from "../../codes/code-table.js";
import { ExpectedRows } from "../../department/expected-rows.js";
import { codeEnum } from "../../department/code-enum.js";
import { bilingual } from "../../department/descriptions.js";
import { Duties } from "../../department/governed.js";
import { Decimal, DivisionCode, Money, YearMonth } from "../../department/scalars.js";

/** A field of a list, for the departments of the list's duty. */
function OfList(duties: string) {
  return (type: () => unknown, zh: string, en: string, nullable = false) =>
    (target: object, property: string): void => {
      Field(type as never, { description: bilingual(zh, en), nullable, simple: true })(
        target,
        property,
      );
      Duties(duties)(target, property);
    };
}

/** 两线合一, document (二), first list. */
export const TWO_LINES_DUTY = "2.1";
/** 困难群众物价补贴, document (二), second list. */
export const PRICE_SUBSIDY_DUTY = "2.2";
/** 多维度贫困指标, document (二), third list. */
export const POVERTY_DUTY = "2.3";
/** 残疾人两项补贴, document (三), second list. */
export const DISABILITY_SUBSIDY_DUTY = "3.2";

const OfTwoLines = OfList(TWO_LINES_DUTY);

@ObjectType("TwoLinesCount", {
  description: bilingual("一个乡镇（街道）两份名单的对照。", "The two lists of one township."),
})
export class TwoLinesCount {
  @OfTwoLines(() => DivisionCode, "乡镇（街道）。", "Township.")
  township!: string;

  @OfTwoLines(() => Int, "两份名单都有的户数。", "Households on both lists.")
  onBoth!: number;

  @OfTwoLines(
    () => Int,
    "低收入农户未享受低保、低保边缘的户数。",
    "Low-income farmers without relief.",
  )
  farmersWithoutRelief!: number;

  @OfTwoLines(
    () => Int,
    "享受低保、低保边缘但非低收入农户的户数。",
    "Families with relief that are no low-income farmers.",
  )
  reliefWithoutFarmer!: number;
}

@ObjectType("TwoLinesReconciliation", {
  description: bilingual(
    "两线合一对账：低收入农户名单与低保、低保边缘名单。",
    "One line for low-income farmers and marginal families: the two lists against one another.",
  ),
})
export class TwoLinesReconciliation {
  @OfTwoLines(() => [ID], "低收入农户但未享受救助的家庭。", "Low-income farmers without relief.")
  farmersWithoutRelief!: readonly string[];

  @OfTwoLines(
    () => [ID],
    "享受救助但未列入低收入农户的家庭。",
    "Families with relief that are no low-income farmers.",
  )
  reliefWithoutFarmer!: readonly string[];

  @ExpectedRows(15)
  @OfTwoLines(() => [TwoLinesCount], "按乡镇（街道）的户数。", "By township.")
  townships!: readonly TwoLinesCount[];
}

const OfPriceSubsidy = OfList(PRICE_SUBSIDY_DUTY);

@ObjectType("PriceSubsidy", {
  description: bilingual("一户的物价补贴。", "What one household gets."),
})
export class PriceSubsidy {
  @OfPriceSubsidy(() => ID, "家庭。", "Household.")
  householdId!: string;

  @OfPriceSubsidy(() => DivisionCode, "乡镇（街道）。", "Township.")
  township!: string;

  @OfPriceSubsidy(codeEnum(AssistanceProgramme), "所据救助类别。", "Programme that gives it.")
  programme!: AssistanceProgramme;

  @OfPriceSubsidy(() => Int, "补贴人数。", "Persons.")
  persons!: number;

  @OfPriceSubsidy(() => Money, "金额（元）。", "Amount, yuan.")
  amount!: string;
}

@ObjectType("PriceSubsidyList", {
  description: bilingual("某月的困难群众物价补贴名单。", "The price subsidy of one month."),
})
export class PriceSubsidyList {
  @OfPriceSubsidy(() => YearMonth, "月份。", "Month.")
  month!: string;

  @OfPriceSubsidy(() => Boolean, "是否达到启动条件。", "Whether prices rose enough to start it.")
  started!: boolean;

  @OfPriceSubsidy(() => Money, "每人金额（元）。", "Yuan a person.")
  perPerson!: string;

  @ExpectedRows(5000)
  @OfPriceSubsidy(() => [PriceSubsidy], "名单，按家庭编号。", "Who gets it, by household.")
  households!: readonly PriceSubsidy[];

  @OfPriceSubsidy(() => Money, "合计（元）。", "Total, yuan.")
  total!: string;
}

const SubsidyName = codeTable("DisabilitySubsidy", "残疾人补贴", "Subsidy of disabled persons", {
  LIVING: { code: "1", zh: "困难残疾人生活补贴", en: "living subsidy" },
  NURSING: { code: "2", zh: "重度残疾人护理补贴", en: "nursing subsidy" },
});
const SubsidyChange = codeTable("SubsidyChange", "补贴调整", "What has to change of a subsidy", {
  START: { code: "1", zh: "新增", en: "to be started" },
  STOP: { code: "2", zh: "停发", en: "to be stopped" },
  RAISE: { code: "3", zh: "调高", en: "to be raised" },
  LOWER: { code: "4", zh: "调低", en: "to be lowered" },
});

const OfDisability = OfList(DISABILITY_SUBSIDY_DUTY);

@ObjectType("SubsidyAdjustment", {
  description: bilingual(
    "一人一项残疾人补贴的调整建议，自次月起。",
    "A change of one of a person's two subsidies, from the next month.",
  ),
})
export class SubsidyAdjustmentType {
  @OfDisability(() => String, "公民身份号码（脱敏）。", "ID number, masked.")
  maskedIdNumber!: string;

  @OfDisability(() => String, "乡镇（街道）；未知为空。", "Township; empty where unknown.")
  township!: string;

  @OfDisability(codeEnum(SubsidyName), "补贴。", "Which.")
  subsidy!: CodeOf<typeof SubsidyName>;

  @OfDisability(codeEnum(SubsidyChange), "调整。", "What has to change.")
  change!: CodeOf<typeof SubsidyChange>;

  @OfDisability(
    () => Money,
    "现发（元/月）；未发为 null。",
    "Paid so far, yuan a month; null for none.",
    true,
  )
  from!: string | null;

  @OfDisability(
    () => Money,
    "应发（元/月）；停发为 null。",
    "Due, yuan a month; null for none.",
    true,
  )
  to!: string | null;

  @OfDisability(() => YearMonth, "起始月。", "From which month.")
  month!: string;

  @OfDisability(() => String, "理由。", "Why.")
  reason!: string;
}

const OfPoverty = OfList(POVERTY_DUTY);

@ObjectType("PovertyDimensionScore", {
  description: bilingual("多维度贫困的一个维度。", "One dimension of the index."),
})
export class PovertyDimensionScore {
  @OfPoverty(codeEnum(PovertyDimensionName), "维度。", "Dimension.")
  dimension!: PovertyDimensionName;

  @OfPoverty(() => Decimal, "得分（0 至 100）。", "Points, 0 to 100.")
  score!: string;

  @OfPoverty(() => Decimal, "权重（0 至 1）。", "Weight, 0 to 1.")
  weight!: string;
}

@ObjectType("PovertyScore", {
  description: bilingual(
    "由家境调查指标计算的多维度贫困得分，越高越困难。",
    "Score of a home survey: the higher the poorer.",
  ),
})
export class PovertyScoreType {
  @OfPoverty(() => Decimal, "得分（0 至 100）。", "Weighted sum of the dimensions, 0 to 100.")
  score!: string;

  @OfPoverty(() => [PovertyDimensionScore], "各维度。", "The dimensions.")
  dimensions!: readonly PovertyDimensionScore[];
}

@ObjectType("SurveyIndicator", {
  description: bilingual("家境调查的一项指标。", "One indicator of the home survey."),
})
export class SurveyIndicator {
  @OfPoverty(() => ID, "指标代码。", "Code.")
  code!: string;

  @OfPoverty(() => String, "指标。", "What it asks, in Chinese.")
  zh!: string;

  @OfPoverty(codeEnum(PovertyDimensionName), "所属维度。", "Dimension.")
  dimension!: PovertyDimensionName;

  @OfPoverty(() => Float, "分值。", "Points that it gives.")
  points!: number;
}
