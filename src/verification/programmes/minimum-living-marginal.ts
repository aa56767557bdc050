import { compareMoney } from "../../codes/money.js";
import { assessIncome } from "../means/income.js";
import { incomeWithinLine, propertyConditions } from "./conditions.js";
import { eligibility, type StatedCondition, type Programme } from "./eligibility.js";

/** 最低生活保障边缘: income above the standard and within the marginal line, and the property test (article 13). */
export const minimumLivingMarginal: Programme = (situation, parameters, date) => {
  const income = assessIncome(situation, parameters, date);
  const { monthly } = parameters.minimumLivingStandard;
  const above: StatedCondition = {
    code: "INCOME_ABOVE_STANDARD",
    met: income && compareMoney(income.monthlyPerHead, monthly) > 0,
    text: {
      zh: `低保标准 ${monthly} 元；在标准以内的按低保认定`,
      en: `standard ${monthly} yuan; within it the minimum living programme applies`,
    },
    basis: "REGULATION_13",
  };
  return eligibility("MINIMUM_LIVING_MARGINAL", [
    above,
    incomeWithinLine("MINIMUM_LIVING_MARGINAL", "REGULATION_13", situation, parameters, date),
    ...propertyConditions(situation, parameters),
  ]);
};
