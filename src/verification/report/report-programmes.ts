import { AssistanceProgramme } from "../../codes/code-tables.js";
import { compareMoney } from "../../codes/money.js";
import type { AssessedIncome } from "../means/income.js";
import { incomeLineOf } from "../means/income-lines.js";
import type { Parameters } from "../parameters/parameters.js";
import type { Eligibility } from "../programmes/eligibility.js";
import {
  gradualExitFrom,
  gradualExitState,
  type GradualExitState,
} from "../programmes/gradual-exit.js";
import { PROGRAMMES } from "../programmes/index.js";
import type { AssistanceRecord } from "../reading/records.js";
import { programmesOn, reliefOn, type Situation } from "../situation.js";

/** How the household stands with one programme that it draws and whose line it has passed. */
export interface ReportGradualExit {
  readonly programme: AssistanceProgramme;
  readonly state: GradualExitState;
  /** Last day of relief: as registered, or as it would be if the exit began today. */
  readonly until: string;
  /** Last month that is paid, `YYYY-MM`. */
  readonly lastMonth: string;
  readonly registered: boolean;
}

/** Relief that the household draws; amount in 元 a month. */
export type ReportRelief = AssistanceRecord;

/** The relief drawn on a day, in the order of its records. */
export function reportRelief(situation: Situation, date: string): readonly ReportRelief[] {
  return reliefOn(situation, date).map(
    ({ programme, startMonth, endMonth, monthlyAmount, gradualExitUntil }) => ({
      programme,
      startMonth,
      endMonth,
      monthlyAmount,
      gradualExitUntil,
    }),
  );
}

/** The conditions of the programme applied for, or of every programme drawn. */
export function reportEligibility(
  situation: Situation,
  parameters: Parameters,
  date: string,
): readonly Eligibility[] {
  const { programme } = situation.application;
  const drawn = programmesOn(situation, date);
  const wanted = programme
    ? [programme]
    : AssistanceProgramme.keys.filter((drawable) => drawn.has(drawable));
  return wanted.map((name) => PROGRAMMES[name](situation, parameters, date));
}

/** The gradual exits that are under way or due. */
export function reportGradualExits(
  situation: Situation,
  income: AssessedIncome | null,
  parameters: Parameters,
  date: string,
): readonly ReportGradualExit[] {
  return reliefOn(situation, date).flatMap(({ programme, gradualExitUntil }) => {
    if (programme === null || !income) return [];
    const test = incomeLineOf(programme, situation, parameters);
    const counted = test?.countedPerHead(income) ?? null;
    if (!test || counted === null) return [];
    const above = compareMoney(counted, test.line) > 0;
    if (!above && gradualExitUntil === null) return [];
    const state = gradualExitState(above, gradualExitUntil, date);
    const until = gradualExitUntil ?? gradualExitFrom(date, parameters).until;
    const registered = gradualExitUntil !== null;
    return { programme, state, until, lastMonth: until.slice(0, 7), registered };
  });
}
