import type { AssistanceProgramme } from "../codes/code-tables.js";
import { TOWNSHIPS, type Township, type Village } from "../codes/divisions-330726.js";
import type { FamilyShape } from "./family-shapes.js";
import { RandomStream } from "./random-stream.js";

/** A programme that the household draws, an application without relief so far, or neither. */
export type HouseholdGroup = AssistanceProgramme | "APPLICANT" | "ORDINARY";

/** What a household is to be, before anybody of it exists. */
export interface HouseholdPlan {
  readonly seed: number;
  /** Counts from 0; the id counts from 1. */
  readonly index: number;
  readonly asOf: string;
  readonly asOfYear: number;
  readonly group: HouseholdGroup;
  readonly shape: FamilyShape;
  /** True in a village (村), false in a community (社区). */
  readonly rural: boolean;
  readonly township: Township;
  readonly village: Village;
}

/** What a planted case needs of its household; what is not said is drawn. */
export interface PlanRequirement {
  readonly group: HouseholdGroup;
  readonly shape: FamilyShape;
  /** Rural unless said otherwise. */
  readonly rural?: boolean;
}

/** So many of 1,000 households; with the planted cases about 14% draw some assistance. */
const GROUPS: readonly (readonly [HouseholdGroup, number])[] = [
  ["ORDINARY", 875],
  ["APPLICANT", 20],
  ["MINIMUM_LIVING", 42],
  ["MINIMUM_LIVING_MARGINAL", 29],
  ["EXTREME_POVERTY", 9],
  ["EXPENDITURE_POVERTY", 7],
  ["TEMPORARY", 11],
  ["SINGLE_HOUSEHOLD", 7],
];

const ORDINARY_SHAPES: readonly (readonly [FamilyShape, number])[] = [
  ["COUPLE", 8],
  ["COUPLE_WITH_CHILDREN", 39],
  ["ELDER_COUPLE", 15],
  ["ELDER_ALONE", 10],
  ["THREE_GENERATIONS", 12],
  ["SINGLE_ADULT", 7],
  ["SINGLE_PARENT", 3],
  ["GRANDPARENTS_WITH_CHILD", 2],
  ["PARENTS_WITH_ADULT_CHILD", 4],
];

const POOR_SHAPES: readonly (readonly [FamilyShape, number])[] = [
  ["COUPLE_WITH_CHILDREN", 18],
  ["ELDER_COUPLE", 18],
  ["ELDER_ALONE", 30],
  ["THREE_GENERATIONS", 4],
  ["SINGLE_ADULT", 12],
  ["SINGLE_PARENT", 10],
  ["GRANDPARENTS_WITH_CHILD", 8],
];

const SHAPES: Readonly<Record<HouseholdGroup, readonly (readonly [FamilyShape, number])[]>> = {
  ORDINARY: ORDINARY_SHAPES,
  APPLICANT: POOR_SHAPES,
  MINIMUM_LIVING: POOR_SHAPES,
  MINIMUM_LIVING_MARGINAL: POOR_SHAPES,
  EXTREME_POVERTY: [["ELDER_NEVER_MARRIED", 1]],
  EXPENDITURE_POVERTY: [
    ["COUPLE_WITH_CHILDREN", 3],
    ["THREE_GENERATIONS", 1],
  ],
  TEMPORARY: POOR_SHAPES,
  SINGLE_HOUSEHOLD: [["PARENTS_WITH_ADULT_CHILD", 1]],
};

/** Towns by the number of their villages; the streets, more densely settled, count two and a half times. */
const TOWNSHIP_WEIGHTS: readonly (readonly [Township, number])[] = TOWNSHIPS.map((township) => [
  township,
  township.villages.length * (township.name.endsWith("街道") ? 2.5 : 1),
]);

/** Draws what household `index` of a county is to be, or keeps to what is required of it. */
export function makePlan(
  seed: number,
  index: number,
  asOf: string,
  requirement: PlanRequirement | null,
): HouseholdPlan {
  const stream = new RandomStream(seed, index, 1);
  const group = requirement?.group ?? stream.weighted(GROUPS);
  const shape = requirement?.shape ?? stream.weighted(SHAPES[group]);
  const [township, village] = drawVillage(stream, requirement ? (requirement.rural ?? true) : null);
  return {
    seed,
    index,
    asOf,
    asOfYear: Number(asOf.slice(0, 4)),
    group,
    shape,
    rural: isRural(village),
    township,
    village,
  };
}

function drawVillage(stream: RandomStream, rural: boolean | null): readonly [Township, Village] {
  for (;;) {
    const township = stream.weighted(TOWNSHIP_WEIGHTS);
    const village = stream.pick(township.villages);
    if (rural === null || isRural(village) === rural) return [township, village];
  }
}

function isRural(village: Village): boolean {
  return !village.name.endsWith("社区");
}
