import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { subsidyAdjustments } from "../../casework/lists/disability-subsidies.js";
import { priceSubsidies } from "../../casework/lists/price-subsidy.js";
import { twoLines } from "../../casework/lists/two-lines.js";
import type { RequestContext } from "../../department/context.js";
import { bilingual } from "../../department/descriptions.js";
import { Duties } from "../../department/governed.js";
import { Decimal, DivisionCode, IdNumber, YearMonth } from "../../department/scalars.js";
import { HubError } from "../../errors.js";
import { povertyIndex } from "../../verification/lists/poverty-index.js";
import {
  DISABILITY_SUBSIDY_DUTY,
  POVERTY_DUTY,
  PovertyScoreType,
  PRICE_SUBSIDY_DUTY,
  PriceSubsidyList,
  SubsidyAdjustmentType,
  SurveyIndicator,
  TWO_LINES_DUTY,
  TwoLinesReconciliation,
} from "./types.js";

/** The most persons of one question. */
const MAXIMUM_PERSONS = 500;

/** Lists of a whole county or township, each read as the caller and under its duty. */
@Resolver()
export class ListResolver {
  @Duties(TWO_LINES_DUTY)
  @Query(() => TwoLinesReconciliation, {
    description: bilingual(
      "两线合一对账（辖区或一个乡镇）。部门未答复报 SOURCE_UNAVAILABLE，不给出残缺名单。",
      "The two lists against one another, within the caller's divisions or one township. SOURCE_UNAVAILABLE rather than a list with holes.",
    ),
  })
  twoLinesReconciliation(
    @Arg("township", () => DivisionCode, { nullable: true }) township: string | null,
    @Ctx() { caller, resources }: RequestContext,
  ): Promise<TwoLinesReconciliation> {
    return twoLines(resources.casework, caller, township ?? null);
  }

  @Duties(PRICE_SUBSIDY_DUTY)
  @Query(() => PriceSubsidyList, {
    description: bilingual(
      "某月物价补贴名单，给出当月同比涨幅（%）。",
      "The price subsidy of a month, given how prices rose over a year, in per cent.",
    ),
  })
  priceSubsidyList(
    @Arg("month", () => YearMonth) month: string,
    @Arg("consumerPercent", () => Decimal) consumerPercent: string,
    @Arg("foodPercent", () => Decimal) foodPercent: string,
    @Arg("township", () => DivisionCode, { nullable: true }) township: string | null,
    @Ctx() { caller, resources }: RequestContext,
  ): Promise<PriceSubsidyList> {
    const rise = { month, consumerPercent, foodPercent };
    return priceSubsidies(resources.casework, caller, rise, township ?? null);
  }

  @Duties(DISABILITY_SUBSIDY_DUTY)
  @Query(() => [SubsidyAdjustmentType], {
    description: bilingual(
      "残疾人两项补贴动态调整建议（最多 500 人）；无须调整者不列。",
      "What has to change of the two subsidies of these persons, at most 500; who needs no change is left out.",
    ),
  })
  async disabilitySubsidyAdjustments(
    @Arg("idNumbers", () => [IdNumber]) idNumbers: string[],
    @Ctx() { caller, resources }: RequestContext,
  ): Promise<SubsidyAdjustmentType[]> {
    if (idNumbers.length > MAXIMUM_PERSONS) {
      throw bad("idNumbers", `ask for at most ${MAXIMUM_PERSONS} persons at once`);
    }
    const adjustments = await subsidyAdjustments(resources.casework, caller, idNumbers);
    return adjustments.map(({ reason, ...rest }) => ({ ...rest, reason: reason.zh }));
  }

  @Duties(POVERTY_DUTY)
  @Query(() => [SurveyIndicator], {
    description: bilingual(
      "家境调查指标及其分值。",
      "The indicators of the home survey, with their points.",
    ),
  })
  surveyIndicators(@Ctx() { caller, resources }: RequestContext): SurveyIndicator[] {
    return resources.casework
      .parameters(caller.date)
      .povertyDimensions.flatMap(({ dimension, indicators }) =>
        indicators.map(({ code, zh, points }) => ({ code, zh, points, dimension })),
      );
  }

  @Duties(POVERTY_DUTY)
  @Query(() => PovertyScoreType, {
    description: bilingual(
      "由家境调查中符合的指标计算多维度贫困得分；未知指标报 BAD_USER_INPUT。",
      "Scores a home survey by the indicators that apply. An unknown indicator is BAD_USER_INPUT.",
    ),
  })
  povertyScore(
    @Arg("indicators", () => [ID]) indicators: string[],
    @Ctx() { caller, resources }: RequestContext,
  ): PovertyScoreType {
    try {
      return povertyIndex(new Set(indicators), resources.casework.parameters(caller.date));
    } catch (error) {
      if (error instanceof RangeError) throw bad("indicators", error.message);
      throw error;
    }
  }
}

function bad(argument: string, message: string): HubError {
  return new HubError("BAD_USER_INPUT", message, { argument });
}
