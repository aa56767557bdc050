import { daysBetween } from "../../codes/calendar.js";
import { compareMoney } from "../../codes/money.js";
import { evidence, says, type Check, type Evidence, type Finding } from "../finding.js";
import type { FoundMember } from "../reading/found.js";
import type { Parameters } from "../parameters/parameters.js";
import { placeOf, reliefOn, type Situation } from "../situation.js";

/** Who is dead, cremated or deregistered, and still counted or paid; who is marked dead and shows signs of life. */
export const death: Check = (situation, parameters, date) =>
  situation.household.members.flatMap((member) => {
    const signs = signsOfDeath(member, parameters, date);
    if (signs.length === 0) return [];
    if (isContradicted(member)) return [aliveMarkedDead(member, signs)];
    const dead = signs.some(({ source }) => source === "identity");
    return [stillCounted(member, signs, dead, situation, date)];
  });

/** Death, cremation and deregistration that lie longer back than the days of grace. */
function signsOfDeath(
  member: FoundMember,
  { deathGraceDays }: Parameters,
  date: string,
): Evidence[] {
  const past = (day: string | null | undefined): day is string =>
    typeof day === "string" && daysBetween(day, date) > deathGraceDays;
  const register = member.identity.records.flatMap((record) => [
    ...(past(record.deathDate)
      ? [
          evidence(
            "identity",
            member,
            record,
            `${record.deathDate} 死亡`,
            `died ${record.deathDate}`,
          ),
        ]
      : []),
    ...(past(record.cremationDate)
      ? [
          evidence(
            "identity",
            member,
            record,
            `${record.cremationDate} 火化`,
            `cremated ${record.cremationDate}`,
          ),
        ]
      : []),
  ]);
  const deregistered = member.answers.householdRegistration.records.flatMap((record) => {
    const day = record.deregisteredOn;
    if (!past(day)) return [];
    return evidence(
      "householdRegistration",
      member,
      record,
      `${day} 户口注销`,
      `deregistered ${day}`,
    );
  });
  return [...register, ...deregistered];
}

/** A death that neither a cremation nor the household register bears out, of somebody who is insured or at work. */
function isContradicted(member: FoundMember): boolean {
  const { householdRegistration, medicalInsurance, socialInsurance } = member.answers;
  const [record] = member.identity.records;
  if (!record?.deathDate || record.cremationDate) return false;
  const registered = householdRegistration.records.some((entry) => entry.deregisteredOn === null);
  const alive =
    medicalInsurance.records.some(({ status }) => status === "NORMAL") ||
    socialInsurance.records.some(({ employed }) => employed === true);
  return registered && alive;
}

function stillCounted(
  member: FoundMember,
  signs: readonly Evidence[],
  dead: boolean,
  situation: Situation,
  date: string,
): Finding {
  const paid = payments(member, situation, date);
  return {
    code: dead ? "DEAD_STILL_COUNTED" : "DEREGISTERED_STILL_COUNTED",
    severity: "HIGH",
    person: placeOf(member),
    declared: says("计入共同生活家庭成员", "counted as a co-living member"),
    found: says(
      signs.map(({ text }) => text.zh).join("，"),
      signs.map(({ text }) => text.en).join(", "),
    ),
    evidence: [...signs, ...paid],
    basis: ["REGULATION_9", "REGULATION_51"],
    advice: {
      zh: "入户核实；属实的，自死亡次月起停发待遇、调整家庭人口并追回多发款；本人出示在世证明的，提请登记部门校核。",
      en: "Visit the family; where true, stop payments from the month after, correct the members and recover what was overpaid; where the person proves to be alive, ask for a correction.",
    },
  };
}

function payments(member: FoundMember, situation: Situation, date: string): Evidence[] {
  const pensions = member.answers.socialInsurance.records.flatMap((record) => {
    const pension = record.monthlyPension;
    if (pension === null || compareMoney(pension, "0.00") <= 0) return [];
    const zh = `养老金 ${pension} 元/月仍在发放`;
    const en = `pension of ${pension} yuan a month still paid`;
    return evidence("socialInsurance", member, record, zh, en);
  });
  const relief = reliefOn(situation, date).map((record) =>
    evidence(
      "assistance",
      null,
      record,
      "家庭救助待遇仍在发放",
      "the household still draws relief",
    ),
  );
  return [...pensions, ...relief];
}

function aliveMarkedDead(member: FoundMember, signs: readonly Evidence[]): Finding {
  const insured = member.answers.medicalInsurance.records.map((record) =>
    evidence("medicalInsurance", member, record, "医保正常参保", "insured"),
  );
  const registered = member.answers.householdRegistration.records.map((record) =>
    evidence("householdRegistration", member, record, "户口未注销", "not deregistered"),
  );
  return {
    code: "ALIVE_MARKED_DEAD",
    severity: "HIGH",
    person: placeOf(member),
    declared: says("计入共同生活家庭成员", "counted as a co-living member"),
    found: says(
      "登记死亡，但无火化记录、户口未注销、参保正常",
      "marked dead, but neither cremated nor deregistered, and insured",
    ),
    evidence: [...signs, ...registered, ...insured],
    basis: ["DATA_SHARING"],
    advice: {
      zh: "疑为误登：请本人到场或出具在世证明，提请登记部门校核；核实前不得停发待遇。",
      en: "Probably an error: see the person or a proof of life, and ask for a correction; stop no payment until it is settled.",
    },
  };
}
