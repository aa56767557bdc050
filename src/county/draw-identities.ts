import { ageOn } from "../codes/calendar.js";
import { COUNTY_CODE } from "../codes/divisions-330726.js";
import type { FamilySlot } from "./family-shapes.js";
import type { HouseholdPlan } from "./household-plan.js";
import { makeGivenName, makeSurname } from "./names.js";
import type { Identity, Place } from "./person-draft.js";
import type { RandomStream } from "./random-stream.js";
import { uniqueIdNumber } from "./unique-codes.js";

/** Where people of the county move to, and where they marry from. */
export const NEIGHBOURS: readonly Place[] = [
  { code: "330782", name: "浙江省金华市义乌市" },
  { code: "330702", name: "浙江省金华市婺城区" },
  { code: "330781", name: "浙江省金华市兰溪市" },
  { code: "330783", name: "浙江省金华市东阳市" },
  { code: "330681", name: "浙江省绍兴市诸暨市" },
  { code: "330122", name: "浙江省杭州市桐庐县" },
  { code: "330106", name: "浙江省杭州市西湖区" },
  { code: "310115", name: "上海市浦东新区" },
];

/** Gives every person of a family a name and an ID number that nobody else in the county has. */
export function drawIdentities(
  plan: HouseholdPlan,
  family: readonly FamilySlot[],
  stream: RandomStream,
): readonly Identity[] {
  const surnames: string[] = [];
  const taken = new Set<string>();
  return family.map((slot) => {
    const namesake = slot.namesake === null ? undefined : surnames[slot.namesake];
    const surname = namesake ?? makeSurname(stream);
    surnames.push(surname);
    const married = slot.namesake === null && slot.kinship !== "HEAD";
    const prefix = married && stream.chance(0.2) ? stream.pick(NEIGHBOURS).code : COUNTY_CODE;
    let birthYear = plan.asOfYear - slot.age;
    while (taken.has(`${prefix}${birthYear}${slot.sex}`)) birthYear -= 1;
    taken.add(`${prefix}${birthYear}${slot.sex}`);
    const idNumber = uniqueIdNumber(plan.seed, plan.index, prefix, birthYear, slot.sex);
    const birthDate = birthDateOf(idNumber);
    return {
      slot,
      idNumber,
      name: surname + makeGivenName(stream, slot.sex, birthYear),
      birthDate,
      age: ageOn(birthDate, plan.asOf),
      elsewhere: livesElsewhere(slot, stream) ? stream.pick(NEIGHBOURS) : null,
    };
  });
}

/** The birth date that a valid ID number says. */
function birthDateOf(idNumber: string): string {
  return `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
}

/** Two of five obligors live outside the county. */
function livesElsewhere(slot: FamilySlot, stream: RandomStream): boolean {
  return slot.role === "OBLIGOR" && stream.chance(0.4);
}
