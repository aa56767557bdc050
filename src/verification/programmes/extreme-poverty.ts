import { ageOn } from "../../codes/calendar.js";
import { isCertificateValid } from "../means/disability.js";
import type { FoundMember } from "../reading/found.js";
import type { Parameters } from "../parameters/parameters.js";
import type { Situation } from "../situation.js";
import { incomeWithinLine, propertyConditions } from "./conditions.js";
import { eligibility, type StatedCondition, type Programme } from "./eligibility.js";

/**
 * 特困人员供养: nobody able to work, income below the standard, and no obligor, or none who can
 * support; whether an obligor can is for the township to find out.
 */
export const extremePoverty: Programme = (situation, parameters, date) =>
  eligibility("EXTREME_POVERTY", [
    nobodyAbleToWork(situation, parameters, date),
    noObligor(situation),
    incomeWithinLine("EXTREME_POVERTY", "EXTREME_POVERTY_MEASURES", situation, parameters, date),
    ...propertyConditions(situation, parameters),
  ]);

function nobodyAbleToWork(
  { household }: Situation,
  parameters: Parameters,
  date: string,
): StatedCondition {
  const unable = household.members.map((member) => isUnableToWork(member, parameters, date));
  const known = unable.length > 0 && !unable.includes(null);
  return {
    code: "NOBODY_ABLE_TO_WORK",
    met: unable.includes(false) ? false : known ? true : null,
    text: {
      zh: `成员 ${unable.length} 人，其中无劳动能力 ${unable.filter(Boolean).length} 人`,
      en: `${unable.filter(Boolean).length} of ${unable.length} members unable to work`,
    },
    basis: "EXTREME_POVERTY_MEASURES",
  };
}

function isUnableToWork(
  member: FoundMember,
  { noLabourAges, noLabourDisabilities }: Parameters,
  date: string,
): boolean | null {
  const birthDate = member.identity.records[0]?.birthDate;
  if (!birthDate) return null;
  const age = ageOn(birthDate, date);
  if (age < noLabourAges.below || age >= noLabourAges.from) return true;
  const { disability } = member.answers;
  const disabled = disability.records.some(
    (record) =>
      isCertificateValid(record, date) &&
      noLabourDisabilities.some(
        ({ category, grades }) =>
          category === record.category && record.grade !== null && grades.includes(record.grade),
      ),
  );
  if (disabled) return true;
  return disability.reason === null ? false : null;
}

function noObligor({ household }: Situation): StatedCondition {
  const alive = household.obligors.filter(({ identity }) => identity.records[0]?.deathDate == null);
  return {
    code: "NO_OBLIGOR_ABLE_TO_SUPPORT",
    met: alive.length === 0 && household.withheld.length === 0 ? true : null,
    text: {
      zh: `登记的赡养、抚养、扶养义务人 ${alive.length} 人，履行能力由乡镇（街道）调查`,
      en: `${alive.length} obligors on record; whether they can support, the township finds out`,
    },
    basis: "EXTREME_POVERTY_MEASURES",
  };
}
