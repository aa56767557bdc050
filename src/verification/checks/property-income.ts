import type { Check } from "../finding.js";
import { underdeclared } from "./income-of-kind.js";

/** Land rent and collective dividends against the declared property income. */
export const propertyIncome: Check = (situation, parameters) =>
  underdeclared("property", situation, parameters, {
    code: "PROPERTY_INCOME_UNDERDECLARED",
    severity: "MEDIUM",
    basis: ["REGULATION_9", "REGULATION_51"],
    advice: {
      zh: "向村集体核实分红和土地流转合同，按实际到户金额补报后重新计算。",
      en: "Ask the village for the dividend list and the lease, add what reached the family and re-calculate.",
    },
  });
