import type { HouseholdPlan, PlanRequirement } from "../household-plan.js";
import type { HouseholdFacts } from "../household-truth.js";
import type { PersonTruth } from "../person-truth.js";
import type { RandomStream } from "../random-stream.js";
import type { PlantedCase } from "./planted-case.js";

/** What a planter may draw upon. */
export interface PlantContext {
  readonly plan: HouseholdPlan;
  readonly stream: RandomStream;
  /** An earlier household of the county, one without a case of its own where there is one. */
  otherHousehold(): HouseholdFacts;
}

/** A household with its case in it, and what to say of the case. */
export interface Planted extends Pick<PlantedCase, "idNumber" | "otherHouseholdId" | "note"> {
  readonly household: HouseholdFacts;
}

/** A kind of case and how it is planted: a pure function from a household in order to one that is not. */
export interface Planter {
  readonly kind: string;
  /** False of decoys: what looks wrong at first sight and is in order. */
  readonly expectsFinding: boolean;
  readonly requires: PlanRequirement;
  /** False of a case that stands only once, beside the one that needs it. */
  readonly drawn?: boolean;
  plant(household: HouseholdFacts, context: PlantContext): Planted;
}

/** Working parents and their children on the minimum living allowance, in a village. */
export const WORKING_FAMILY: PlanRequirement = {
  group: "MINIMUM_LIVING",
  shape: "COUPLE_WITH_CHILDREN",
};

/** An old couple on the minimum living allowance, in a village. */
export const ELDER_COUPLE: PlanRequirement = { group: "MINIMUM_LIVING", shape: "ELDER_COUPLE" };

/** The member at a place; every family that is required has one there. @throws Error where it has not */
export function getMember(household: HouseholdFacts, place: number): PersonTruth {
  const member = household.members[place];
  if (!member) throw new Error(`${household.id} has no member at place ${place}`);
  return member;
}

/** The household with some of a member's records changed. */
export function withMember(
  household: HouseholdFacts,
  place: number,
  change: Partial<PersonTruth>,
): HouseholdFacts {
  const members = household.members.map((member, index) =>
    index === place ? { ...member, ...change } : member,
  );
  return { ...household, members };
}

/** The household with part of its declaration changed. */
export function withDeclaration(
  household: HouseholdFacts,
  change: Partial<NonNullable<HouseholdFacts["declaration"]>>,
): HouseholdFacts {
  return {
    ...household,
    declaration: household.declaration && { ...household.declaration, ...change },
  };
}
