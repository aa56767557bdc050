import type { Check } from "../finding.js";
import { underdeclared } from "./income-of-kind.js";

/** Pensions, unemployment benefit and agricultural subsidies against the declared transfer income; excluded subsidies are left out. */
export const transferIncome: Check = (situation, parameters) =>
  underdeclared("transfer", situation, parameters, {
    code: "TRANSFER_INCOME_UNDERDECLARED",
    severity: "MEDIUM",
    basis: ["REGULATION_9", "REGULATION_51"],
    advice: {
      zh: "请家庭提供养老金、补贴到账记录，补报后重新计算；发放有误的提请来源部门校核。",
      en: "Ask for the records of pension and subsidies received, add them and re-calculate; ask the source for a correction where it is wrong.",
    },
  });
