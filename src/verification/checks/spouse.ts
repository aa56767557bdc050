import { MaritalStatus } from "../../codes/code-tables.js";
import { evidence, says, type Check, type Finding, type FindingValue } from "../finding.js";
import type { FoundMember, Sourced } from "../reading/found.js";
import type { MarriageRecord, SpouseRecord } from "../reading/records.js";
import { placeOf, type Situation } from "../situation.js";

/** Whether a spouse in the marriage register is among the members; the dead and the divorced are no longer spouses. */
export const spouse: Check = (situation) =>
  situation.household.members.flatMap((member) =>
    member.answers.marriage.records.flatMap((marriage) => {
      const found = spouseOutside(member, marriage, situation);
      return found ? [spouseFinding(member, marriage, found)] : [];
    }),
  );

/** What is known of a living spouse who is no member; null where there is none. */
function spouseOutside(
  member: FoundMember,
  marriage: Sourced<MarriageRecord>,
  { household, application }: Situation,
): FindingValue | null {
  const { spouse: registered } = marriage;
  if (!registered) {
    const hidden = member.answers.marriage.withheld.some(
      ({ field, reason }) => field === "spouse" && reason === "OUT_OF_JURISDICTION",
    );
    const everybodySeen = household.members.every(({ identity }) => identity.outcome === "FOUND");
    return hidden && everybodySeen
      ? says("配偶登记在辖区外", "a spouse registered outside these divisions")
      : null;
  }
  if (registered.idNumber === null || registered.deathDate !== null) return null;
  const members = new Set([
    ...household.members.map(({ identity }) => identity.records[0]?.idNumber),
    ...(application.persons ?? [])
      .filter(({ role }) => role === "MEMBER")
      .map(({ idNumber }) => idNumber),
  ]);
  if (members.has(registered.idNumber)) return null;
  return describe(registered, member);
}

/** Who the spouse is, and where the spouse is registered and counted. */
function describe(registered: SpouseRecord, member: FoundMember): FindingValue {
  const home = member.answers.householdRegistration.records[0]?.address ?? null;
  const together = home !== null && registered.householdRegistration?.address === home;
  const name = registered.name ?? registered.maskedIdNumber ?? "";
  const elsewhere = (registered.countedIn ?? []).map((counted) => counted?.id ?? null);
  return says(
    [
      `配偶 ${name}`,
      ...(together ? ["户籍在同一地址"] : []),
      ...elsewhere.map((id) => `计入${id === null ? "辖区外一户" : ` ${id}`}`),
    ].join("，"),
    [
      `spouse ${name}`,
      ...(together ? ["registered at the same address"] : []),
      ...elsewhere.map((id) => `counted in ${id ?? "a household outside these divisions"}`),
    ].join(", "),
  );
}

function spouseFinding(
  member: FoundMember,
  marriage: Sourced<MarriageRecord>,
  found: FindingValue,
): Finding {
  const status = member.identity.records[0]?.maritalStatus ?? "UNSPECIFIED";
  const single = status === "NEVER_MARRIED" || status === "DIVORCED" || status === "WIDOWED";
  const { zh, en } = MaritalStatus.entries[status];
  const since = marriage.registeredOn ?? "";
  return {
    code: single ? "DECLARED_SINGLE_SPOUSE_EXISTS" : "SPOUSE_LEFT_OUT",
    severity: "HIGH",
    person: placeOf(member),
    declared: says(`${zh}，家庭成员中无配偶`, `${en}, no spouse among the members`),
    found,
    evidence: [
      evidence("marriage", member, marriage, `${since} 登记结婚`, `married on record ${since}`),
    ],
    basis: ["REGULATION_9", "FAMILY_LAW"],
    advice: {
      zh: "询问配偶去向：共同生活或应计入的，补报成员、取得其授权后重新核对；已离婚或配偶死亡的，提请婚姻登记校核。",
      en: "Ask where the spouse is: add one who belongs to the family, with a consent, and verify again; after a divorce or death ask for a correction of the marriage register.",
    },
  };
}
