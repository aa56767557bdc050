import { AssistanceProgramme } from "../../codes/code-tables.js";
import { compareMoney } from "../../codes/money.js";
import { amounts, evidence, says, type Check, type Finding } from "../finding.js";
import type { Sourced } from "../reading/found.js";
import { assessIncome } from "../means/income.js";
import { incomeLineOf } from "../means/income-lines.js";
import type { AssistanceRecord } from "../reading/records.js";
import { reliefOn } from "../situation.js";

/**
 * Whether the household still has the income for the programmes that it draws. A family whose income
 * has passed the line leaves gradually (document, item (二)): within its year there is nothing to find.
 */
export const incomeLine: Check = (situation, parameters, date) =>
  reliefOn(situation, date).flatMap((relief): Finding[] => {
    const { gradualExitUntil } = relief;
    if (gradualExitUntil !== null) {
      return gradualExitUntil < date ? [exitOver(relief, gradualExitUntil)] : [];
    }
    if (relief.programme === null) return [];
    const income = assessIncome(situation, parameters, date);
    const test = incomeLineOf(relief.programme, situation, parameters);
    if (!income || !test) return [];
    const counted = test.countedPerHead(income);
    if (counted === null || compareMoney(counted, test.line) <= 0) return [];
    const { zh, en } = AssistanceProgramme.entries[relief.programme];
    return [
      {
        code: "INCOME_ABOVE_LINE",
        severity: "HIGH",
        person: null,
        declared: says(
          `享受${zh}，标准每人每月 ${test.line} 元`,
          `${en}, line ${test.line} a month`,
        ),
        found: amounts(counted, "元/月"),
        evidence: [evidence("assistance", null, relief, zh, en)],
        basis: ["REGULATION_9", "REGULATION_13", "DOCUMENT_2_1"],
        advice: {
          zh: "入户核实收入；属实的进入一年渐退期，登记渐退截止日，期满退出；符合低保边缘的转为低保边缘。",
          en: "Check the income at home; where true, start the year of gradual exit and register its last day, or move the family to the marginal programme.",
        },
      },
    ];
  });

function exitOver(relief: Sourced<AssistanceRecord>, until: string): Finding {
  return {
    code: "GRADUAL_EXIT_OVER",
    severity: "HIGH",
    person: null,
    declared: null,
    found: says(`渐退期至 ${until}`, `gradual exit until ${until}`),
    evidence: [evidence("assistance", null, relief, `渐退期至 ${until}`, `exit until ${until}`)],
    basis: ["DOCUMENT_2_1"],
    advice: {
      zh: "渐退期已满：复核收入，仍超过标准的退出，回落到标准以内的恢复。",
      en: "The year is over: check the income again; out where it is still above the line, back in where it fell below.",
    },
  };
}
