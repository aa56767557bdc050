import type { AssistanceProgramme } from "../../codes/code-tables.js";
import { compareMoney, divideRound, subtractMoney, type Money } from "../../codes/money.js";
import type { AssessedIncome } from "./income.js";
import { lineOf, marginalLine } from "./income-band.js";
import { necessarySpending } from "./necessary-spending.js";
import type { Parameters } from "../parameters/parameters.js";
import type { Situation } from "../situation.js";

/** What of a family's income a programme looks at, and the line it is held against. */
export interface IncomeTest {
  /** 元 a month and head. */
  readonly line: Money;
  /** 元 a month and head; null where what must be deducted is not fully known and would decide. */
  countedPerHead(income: AssessedIncome): Money | null;
}

/** The income test of a programme; null for temporary relief, which asks for an emergency. */
export function incomeLineOf(
  programme: AssistanceProgramme,
  situation: Situation,
  parameters: Parameters,
): IncomeTest | null {
  const whole = (line: Money): IncomeTest => ({
    line,
    countedPerHead: ({ monthlyPerHead }) => monthlyPerHead,
  });
  switch (programme) {
    case "MINIMUM_LIVING":
      return whole(parameters.minimumLivingStandard.monthly);
    case "MINIMUM_LIVING_MARGINAL":
    case "SINGLE_HOUSEHOLD":
      return whole(marginalLine(parameters));
    case "EXTREME_POVERTY":
      return whole(lineOf(parameters, parameters.extremePovertyLineRatio));
    case "EXPENDITURE_POVERTY":
      return afterSpending(situation, parameters);
    case "TEMPORARY":
      return null;
  }
}

/** Expenditure-type poverty (浙江省社会救助条例, article 41): what is left after necessary spending. */
function afterSpending(situation: Situation, parameters: Parameters): IncomeTest {
  const line = lineOf(parameters, parameters.expenditureLineRatio);
  return {
    line,
    countedPerHead({ annual, members }) {
      const { total, complete } = necessarySpending(situation, parameters);
      const left = subtractMoney(annual, total);
      const perHead = divideRound(compareMoney(left, "0.00") > 0 ? left : "0.00", members * 12);
      return complete || compareMoney(perHead, line) <= 0 ? perHead : null;
    },
  };
}
