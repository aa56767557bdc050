import { yuan } from "../amounts.js";
import type { PersonTruth } from "../person-truth.js";
import type { PersonDraft } from "../person-draft.js";
import type { RecordContext } from "./record-context.js";

type WorkRecords = Pick<PersonTruth, "socialInsurance" | "housingFund" | "incomeTax">;

/** Social insurance, housing fund and tax: only an employee's wage stands in a register. */
export function makeWorkRecords(draft: PersonDraft, { plan, stream }: RecordContext): WorkRecords {
  const { work, wage, pension } = draft.livelihood;
  if (work === "CHILD" || work === "STUDENT") {
    return { socialInsurance: null, housingFund: null, incomeTax: null };
  }
  const employed = work === "EMPLOYEE";
  const wellOff = plan.group === "ORDINARY";
  const base = Math.floor(wage / 12);
  const lostJob = wellOff && work === "NOT_WORKING" && stream.chance(0.1);
  return {
    socialInsurance: {
      pensionStatus: !employed && pension === 0 && stream.chance(0.15) ? "PAUSED" : "NORMAL",
      contributionBase: employed ? yuan(base) : null,
      monthlyPension: pension > 0 ? yuan(pension) : null,
      unemploymentBenefit: lostJob ? yuan(1_950) : null,
      employed,
    },
    housingFund:
      employed && wellOff && stream.chance(0.6)
        ? {
            monthlyContribution: yuan(Math.round(base * 0.2)),
            balance: yuan(Math.round(base * 0.2) * stream.integer(3, 60)),
          }
        : null,
    incomeTax: employed ? { taxableIncome: yuan(wage) } : null,
  };
}
