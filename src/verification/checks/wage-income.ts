import { addMoney, compareMoney } from "../../codes/money.js";
import { amounts, type Check, type Finding } from "../finding.js";
import { foundWages } from "../means/found-wages.js";
import { placeOf } from "../situation.js";

/**
 * Wages that insurance, contributions, housing fund and income tax show against the declared ones:
 * a finding for everybody with a job where no wage was declared, one for the household where too
 * little was.
 */
export const wageIncome: Check = (situation, parameters) => {
  const declared = situation.declared?.income.wage ?? null;
  if (declared === null) return [];
  const wages = foundWages(situation, parameters);
  if (compareMoney(declared, "0.00") === 0) {
    return wages.map(({ person, amount, evidence }): Finding => ({
      code: "EMPLOYED_NO_WAGE_DECLARED",
      severity: "HIGH",
      person: placeOf(person),
      declared: amounts(declared, "元/年"),
      found: amounts(amount, "元/年"),
      evidence,
      basis: ["REGULATION_9", "REGULATION_51"],
      advice: {
        zh: "请本人提供劳动合同、工资单或离职证明；在职的补报工资后重新计算，已离职未停保的由单位办理停保。",
        en: "Ask for contract, pay slips or proof of leaving; a wage is declared and re-calculated, an employment that ended is to be struck off by the employer.",
      },
    }));
  }
  const found = addMoney(...wages.map(({ amount }) => amount));
  const accepted = addMoney(declared, parameters.incomeTolerances.wage);
  if (compareMoney(found, accepted) <= 0) return [];
  return [
    {
      code: "WAGE_INCOME_UNDERDECLARED",
      severity: "HIGH",
      person: null,
      declared: amounts(declared, "元/年"),
      found: amounts(found, "元/年"),
      evidence: wages.flatMap(({ evidence }) => evidence),
      basis: ["REGULATION_9", "REGULATION_51"],
      advice: {
        zh: "请家庭提供各就业成员近 12 个月工资单，按实际工资重新计算。",
        en: "Ask for the last 12 months' pay slips of every member at work, and re-calculate with the real wages.",
      },
    },
  ];
};
