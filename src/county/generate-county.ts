import { makePlan } from "./household-plan.js";
import type { HouseholdFacts, HouseholdTruth } from "./household-truth.js";
import { makeHousehold } from "./make-household.js";
import { DRAWN_PLANTERS, PLANTERS } from "./planted/catalogue.js";
import type { PlantedCase } from "./planted/planted-case.js";
import type { Planter } from "./planted/planter.js";
import { RandomStream } from "./random-stream.js";
import { MOST_HOUSEHOLDS } from "./unique-codes.js";

/** Which demonstration county: the same options always give the same one. */
export interface CountyOptions {
  /** At most `MOST_HOUSEHOLDS`. */
  readonly households: number;
  readonly seed: number;
  /** Day (Asia/Shanghai) of which the county speaks, 2026-10-31 unless given. */
  readonly asOf?: string;
}

/** Part of the later households that carry a case. */
const PLANTED = 0.04;

const AS_OF = "2026-10-31";

/**
 * The households of a demonstration county one after another: nothing is kept, and a household is
 * the same however many there are. The first ones carry one case of every kind, in the catalogue's
 * order, and of the others one in 25 a case. @throws RangeError beyond `MOST_HOUSEHOLDS`
 */
export function* generateCounty(options: CountyOptions): Generator<HouseholdTruth, void> {
  const { households, seed, asOf = AS_OF } = checked(options);
  for (let index = 0; index < households; index += 1) yield householdAt(seed, index, asOf);
}

/** The cases of a county, by their households; only those households are generated. */
export function* plantedCases(options: CountyOptions): Generator<PlantedCase, void> {
  const { households, seed, asOf = AS_OF } = checked(options);
  for (let index = 0; index < households; index += 1) {
    if (!planterAt(seed, index)) continue;
    const { planted } = householdAt(seed, index, asOf);
    if (planted) yield planted;
  }
}

function checked(options: CountyOptions): CountyOptions {
  const { households } = options;
  if (!Number.isSafeInteger(households) || households < 0 || households > MOST_HOUSEHOLDS) {
    throw new RangeError(`a county has 0 to ${MOST_HOUSEHOLDS} households, not ${households}`);
  }
  return options;
}

function householdAt(seed: number, index: number, asOf: string): HouseholdTruth {
  const planter = planterAt(seed, index);
  const plan = makePlan(seed, index, asOf, planter?.requires ?? null);
  if (!planter) return complete(makeHousehold(plan), null);
  const { household, ...details } = planter.plant(makeHousehold(plan, "IN_FORCE"), {
    plan,
    stream: new RandomStream(seed, index, 3),
    otherHousehold: () => householdAt(seed, quietIndexBefore(seed, index), asOf),
  });
  const { kind, expectsFinding } = planter;
  return complete(household, { kind, householdId: household.id, expectsFinding, ...details });
}

function complete(facts: HouseholdFacts, planted: PlantedCase | null): HouseholdTruth {
  const { members, obligors, otherPersons } = facts;
  return { ...facts, persons: [...members, ...obligors, ...otherPersons], planted };
}

/** The kind of case that a household carries; null for most. */
function planterAt(seed: number, index: number): Planter | null {
  const fixed = PLANTERS[index];
  if (fixed) return fixed;
  const stream = new RandomStream(seed, index, 0);
  return stream.chance(PLANTED) ? stream.pick(DRAWN_PLANTERS) : null;
}

/** The nearest earlier household without a case; the one before where all carry one. */
function quietIndexBefore(seed: number, index: number): number {
  for (let earlier = index - 1; earlier >= PLANTERS.length; earlier -= 1) {
    if (!planterAt(seed, earlier)) return earlier;
  }
  return index - 1;
}
