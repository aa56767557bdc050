import { addMonths, addYears } from "../codes/calendar.js";
import { divideRound, multiplyByRatio, subtractMoney, type Money } from "../codes/money.js";
import { hundredths, yuan } from "./amounts.js";
import type { AssistanceTruth } from "./household-truth.js";
import type { HouseholdPlan } from "./household-plan.js";
import { EXTREME_POVERTY_PERCENT, STANDARD_PER_YEAR } from "./parameters.js";
import type { RandomStream } from "./random-stream.js";

/** What a household draws, and what some once drew; the amount is what is missing to the standard. */
export function makeAssistance(
  plan: HouseholdPlan,
  income: number,
  headCount: number,
  stream: RandomStream,
): readonly AssistanceTruth[] {
  const month = plan.asOf.slice(0, 7);
  if (plan.group === "ORDINARY" || plan.group === "APPLICANT") {
    if (!stream.chance(0.02)) return [];
    const startMonth = addMonths(month, -stream.integer(40, 90));
    const endMonth = addMonths(startMonth, stream.integer(6, 30));
    const monthlyAmount = yuan(stream.integer(200, 700));
    return [
      { programme: "MINIMUM_LIVING", startMonth, endMonth, monthlyAmount, gradualExitUntil: null },
    ];
  }
  if (plan.group === "TEMPORARY") {
    const given = addMonths(month, -stream.integer(1, 10));
    const monthlyAmount = yuan(stream.integer(10, 60) * 100);
    return [
      {
        programme: "TEMPORARY",
        startMonth: given,
        endMonth: given,
        monthlyAmount,
        gradualExitUntil: null,
      },
    ];
  }
  return [
    {
      programme: plan.group,
      startMonth: addMonths(month, -stream.integer(2, 60)),
      endMonth: null,
      monthlyAmount: monthlyAmount(plan, income, headCount),
      gradualExitUntil: null,
    },
  ];
}

/** The same relief in its year of gradual exit (渐退期), which ends a year after the as-of date. */
export function gradualExit(assistance: AssistanceTruth, asOf: string): AssistanceTruth {
  return { ...assistance, gradualExitUntil: addYears(asOf, 1) };
}

/** Null where the programme pays nothing by itself: marginal families, and expenditure-type poverty month by month. */
function monthlyAmount(plan: HouseholdPlan, income: number, headCount: number): Money | null {
  const standard = yuan(STANDARD_PER_YEAR);
  switch (plan.group) {
    case "MINIMUM_LIVING":
      return divideRound(subtractMoney(yuan(STANDARD_PER_YEAR * headCount), yuan(income)), 12);
    case "EXTREME_POVERTY":
      return divideRound(multiplyByRatio(standard, hundredths(EXTREME_POVERTY_PERCENT)), 12);
    case "SINGLE_HOUSEHOLD":
      return divideRound(standard, 12);
    default:
      return null;
  }
}
