import type { HouseholdGroup } from "../household-plan.js";

const LOW_INCOME: ReadonlySet<HouseholdGroup> = new Set<HouseholdGroup>([
  "MINIMUM_LIVING",
  "MINIMUM_LIVING_MARGINAL",
  "EXTREME_POVERTY",
  "SINGLE_HOUSEHOLD",
]);

/**
 * True of families whose programme makes them low-income farmers where they are rural (两线合一) and
 * has their residents' insurance paid for them.
 */
export function isLowIncome(group: HouseholdGroup): boolean {
  return LOW_INCOME.has(group);
}
