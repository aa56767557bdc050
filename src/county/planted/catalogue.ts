import { assetPlanters } from "./asset-planters.js";
import { householdPlanters } from "./household-planters.js";
import { identityPlanters } from "./identity-planters.js";
import { incomePlanters } from "./income-planters.js";
import { statusPlanters } from "./status-planters.js";
import type { Planter } from "./planter.js";

/**
 * Every kind of case, in the order in which the county's first households carry them. The two about
 * one person in two households come first: the second of them looks back to the first.
 */
export const PLANTERS: readonly Planter[] = [
  ...householdPlanters,
  ...identityPlanters,
  ...assetPlanters,
  ...incomePlanters,
  ...statusPlanters,
];

/** The kinds that any later household may carry. */
export const DRAWN_PLANTERS: readonly Planter[] = PLANTERS.filter(({ drawn }) => drawn ?? true);
