import { divideRound, multiplyByRatio, subtractMoney } from "../../codes/money.js";
import { assessIncome } from "../means/income.js";
import { incomeWithinLine, propertyConditions } from "./conditions.js";
import { eligibility, type Programme } from "./eligibility.js";

/** 最低生活保障: income within the standard and the property test; the benefit is the shortfall (articles 9 and 12). */
export const minimumLiving: Programme = (situation, parameters, date) => {
  const income = assessIncome(situation, parameters, date);
  const within = income?.band === "WITHIN_STANDARD";
  const standard = multiplyByRatio(
    parameters.minimumLivingStandard.annual,
    String(income?.members ?? 0),
  );
  return eligibility(
    "MINIMUM_LIVING",
    [
      incomeWithinLine("MINIMUM_LIVING", "REGULATION_9", situation, parameters, date),
      ...propertyConditions(situation, parameters),
    ],
    { monthlyBenefit: within ? divideRound(subtractMoney(standard, income.annual), 12) : null },
  );
};
