import { daysBetween } from "../../codes/calendar.js";
import { evidence, says, type Check, type Finding } from "../finding.js";
import type { FoundPerson, Sourced } from "../reading/found.js";
import type { RegistrationRecord } from "../reading/records.js";
import { placeOf, recordsOf } from "../situation.js";

/** Whether an obligor left the household's registration shortly before the declaration and still lives in the same house. */
export const recentSplit: Check = (situation, { recentSplitDays }) => {
  const declaredOn = situation.declared?.declaredOn;
  if (!declaredOn) return [];
  const homes = new Set(
    recordsOf(situation, "householdRegistration").flatMap(
      ({ record }) => houseOf(record.address) ?? [],
    ),
  );
  return situation.household.obligors.flatMap((obligor) =>
    obligor.answers.householdRegistration.records.flatMap((record) => {
      const house = houseOf(record.address);
      if (record.movedInOn === null || house === null || !homes.has(house)) return [];
      const before = daysBetween(record.movedInOn, declaredOn);
      return before >= 0 && before <= recentSplitDays ? [split(obligor, record, before)] : [];
    }),
  );
};

/** An address up to its house number: 附1, 二楼 and room numbers are in the same house. */
function houseOf(address: string | null): string | null {
  return address?.replace(/\s/g, "").match(/^.*?\d+(?:-\d+)?号/)?.[0] ?? null;
}

function split(obligor: FoundPerson, record: Sourced<RegistrationRecord>, before: number): Finding {
  const day = record.movedInOn ?? "";
  return {
    code: "RECENT_SPLIT",
    severity: "MEDIUM",
    person: placeOf(obligor),
    declared: says("非共同生活的赡抚扶养人", "obligor who lives apart"),
    found: says(
      `申报前 ${before} 天（${day}）分户，户籍仍在同一住处`,
      `split off ${before} days before the declaration (${day}), registered in the same house`,
    ),
    evidence: [
      evidence("householdRegistration", obligor, record, `${day} 迁入`, `moved in on ${day}`),
    ],
    basis: ["REGULATION_9", "FAMILY_LAW"],
    advice: {
      zh: "入户核实是否仍共同生活、分户是否为申请救助；仍共同生活的，计入家庭成员后重新核对。",
      en: "Visit: do they still live together, and why did they split? Whoever does is a member: verify again.",
    },
  };
}
