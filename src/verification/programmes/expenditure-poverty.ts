import { assessIncome } from "../means/income.js";
import { necessarySpending } from "../means/necessary-spending.js";
import { incomeWithinLine, propertyConditions } from "./conditions.js";
import { eligibility, type StatedCondition, type Programme } from "./eligibility.js";

/** 支出型贫困: above the marginal line by income, and below the line once necessary spending is deducted (article 41). */
export const expenditurePoverty: Programme = (situation, parameters, date) => {
  const income = assessIncome(situation, parameters, date);
  const { medical, tuition } = necessarySpending(situation, parameters);
  const spending: StatedCondition = {
    code: "NECESSARY_SPENDING",
    met: income && income.band === "ABOVE_MARGINAL_LINE",
    text: {
      zh: `收入须超过低保边缘标准；必要支出：医疗自付 ${medical} 元、学费 ${tuition} 元`,
      en: `income must exceed the marginal line; spent on treatment ${medical}, tuition ${tuition} yuan`,
    },
    basis: "REGULATION_41",
  };
  return eligibility("EXPENDITURE_POVERTY", [
    spending,
    incomeWithinLine("EXPENDITURE_POVERTY", "REGULATION_41", situation, parameters, date),
    ...propertyConditions(situation, parameters),
  ]);
};
