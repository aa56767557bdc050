import type { Money } from "../../codes/money.js";
import type { Evidence } from "../finding.js";
import type { PersonPlace } from "../reading/found.js";
import type { IncomeKind } from "../situation.js";

/** What a piece of found income is. */
export type IncomeItemName =
  | "WAGE"
  | "LAND_RENT"
  | "COLLECTIVE_DIVIDEND"
  | "PENSION"
  | "UNEMPLOYMENT_BENEFIT"
  | "AGRICULTURAL_SUBSIDIES"
  | "DISABILITY_LIVING_SUBSIDY"
  | "DISABILITY_NURSING_SUBSIDY";

/** A piece of a member's income that a register knows. */
export interface IncomeItem {
  readonly kind: IncomeKind;
  readonly name: IncomeItemName;
  readonly person: PersonPlace;
  /** 元 a year. */
  readonly amount: Money;
  /** False where the parameters exclude it from the family's income. */
  readonly counted: boolean;
  readonly evidence: readonly Evidence[];
}
