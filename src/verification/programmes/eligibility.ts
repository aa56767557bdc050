import type { AssistanceProgramme } from "../../codes/code-tables.js";
import type { Money } from "../../codes/money.js";
import { BASIS, type BasisKey } from "../basis.js";
import type { Bilingual } from "../bilingual.js";
import type { PersonPlace } from "../reading/found.js";
import type { Parameters } from "../parameters/parameters.js";
import type { Situation } from "../situation.js";

/** One condition of a programme, as far as the data says. */
export interface Condition {
  readonly code: string;
  /** Null where the data cannot tell, or a source that could did not answer. */
  readonly met: boolean | null;
  /** What was compared, with the numbers. */
  readonly text: Bilingual;
  readonly basis: Bilingual;
}

/** A condition as a programme states it: the law by its key. */
export interface StatedCondition extends Omit<Condition, "basis"> {
  readonly basis: BasisKey;
}

/** What the data says of a programme's conditions; the decision is a person's. */
export interface Eligibility {
  readonly programme: AssistanceProgramme;
  /** UNDETERMINED where a condition is open and none fails. */
  readonly verdict: "CONDITIONS_MET" | "CONDITIONS_NOT_MET" | "UNDETERMINED";
  readonly conditions: readonly Condition[];
  /** Members whom the relief would be for; empty where it is for the whole household. */
  readonly persons: readonly PersonPlace[];
  /** Shortfall to the standard for the household, 元 a month; null where the programme pays none by formula. */
  readonly monthlyBenefit: Money | null;
}

/** A programme's conditions, as a pure function. */
export type Programme = (situation: Situation, parameters: Parameters, date: string) => Eligibility;

/** The verdict of conditions: one that fails decides, then one that is open. */
export function eligibility(
  programme: AssistanceProgramme,
  conditions: readonly StatedCondition[],
  rest: Partial<Pick<Eligibility, "persons" | "monthlyBenefit">> = {},
): Eligibility {
  const failed = conditions.some(({ met }) => met === false);
  const open = conditions.some(({ met }) => met === null);
  return {
    programme,
    verdict: failed ? "CONDITIONS_NOT_MET" : open ? "UNDETERMINED" : "CONDITIONS_MET",
    conditions: conditions.map((condition) => ({ ...condition, basis: BASIS[condition.basis] })),
    persons: rest.persons ?? [],
    monthlyBenefit: rest.monthlyBenefit ?? null,
  };
}
