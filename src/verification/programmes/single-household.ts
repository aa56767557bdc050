import { SingleHouseholdGround } from "../../codes/code-tables.js";
import { admissionGroundOf } from "../means/disability.js";
import { placeOf } from "../situation.js";
import { incomeWithinLine, propertyConditions } from "./conditions.js";
import { eligibility, type StatedCondition, type Programme } from "./eligibility.js";

/**
 * 单独列户 (document, item (二)): 困难家庭重病患者、重度残疾人及成年三、四级精神智力残疾人 of a family in
 * difficulty, here one within the marginal line. Names the members who have a ground.
 */
export const singleHousehold: Programme = (situation, parameters, date) => {
  const grounds = situation.household.members.map((member) => ({
    member,
    ground: admissionGroundOf(member, date),
  }));
  const admitted = grounds.filter(({ ground }) => typeof ground === "string");
  const unknown = grounds.some(({ ground }) => ground === undefined);
  const named = admitted.flatMap(({ ground }) =>
    ground ? SingleHouseholdGround.entries[ground] : [],
  );
  const ground: StatedCondition = {
    code: "GROUND_OF_ADMISSION",
    met: admitted.length > 0 ? true : unknown ? null : false,
    text: {
      zh: named.map(({ zh }) => zh).join("、") || "未查得单独列户情形",
      en: named.map(({ en }) => en).join(", ") || "no ground found",
    },
    basis: "DOCUMENT_2_3",
  };
  return eligibility(
    "SINGLE_HOUSEHOLD",
    [
      ground,
      incomeWithinLine("SINGLE_HOUSEHOLD", "REGULATION_13", situation, parameters, date),
      ...propertyConditions(situation, parameters),
    ],
    {
      persons: admitted.map(({ member }) => placeOf(member)),
      monthlyBenefit: admitted.length > 0 ? parameters.minimumLivingStandard.monthly : null,
    },
  );
};
