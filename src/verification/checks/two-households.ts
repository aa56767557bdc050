import { evidence, says, type Check, type Finding } from "../finding.js";
import type { FoundMember } from "../reading/found.js";
import { placeOf, type Situation } from "../situation.js";

/** Whether a member counts in another household as well, wherever that household lies. */
export const twoHouseholds: Check = (situation) =>
  situation.household.members.flatMap((member) => {
    const others = otherHouseholds(member, situation);
    return others.length === 0 ? [] : [countedTwice(member, others)];
  });

/** Ids of the other households; one that the caller may not see has none, and counts. */
function otherHouseholds(member: FoundMember, { household }: Situation): (string | null)[] {
  const { countedIn } = member;
  if (!countedIn) return [];
  const seen = countedIn.records
    .map(({ id }) => id)
    .filter((id): id is string => id !== null && id !== household.id);
  const unseen = countedIn.withheld.filter(
    ({ field, reason }) => /^\d+$/.test(field) && reason === "OUT_OF_JURISDICTION",
  );
  return [...new Set(seen), ...unseen.map(() => null)];
}

function countedTwice(member: FoundMember, others: readonly (string | null)[]): Finding {
  const zh = others.map((id) => id ?? "辖区外一户").join("、");
  const en = others.map((id) => id ?? "one outside these divisions").join(", ");
  return {
    code: "COUNTED_IN_ANOTHER_HOUSEHOLD",
    severity: "HIGH",
    person: placeOf(member),
    declared: says("本户共同生活家庭成员", "co-living member of this household"),
    found: says(`同时计入：${zh}`, `counted as well in: ${en}`),
    evidence: member.identity.records.map((record) =>
      evidence("identity", member, record, `同时计入：${zh}`, `counted as well in: ${en}`),
    ),
    basis: ["REGULATION_9"],
    advice: {
      zh: "核实实际共同生活的家庭，在另一户销去该成员；两户均享受待遇的，重新计算并追回重复部分。",
      en: "Find out with whom the person lives and take the person out of the other household; where both draw relief, re-calculate and recover what was paid twice.",
    },
  };
}
