import { monthsBetween } from "../../codes/calendar.js";
import { evidence, says, type Check, type Finding } from "../finding.js";
import { placeOf, recordsOf, reliefOn, type MemberRecord } from "../situation.js";

/** Residents' insurance that is paid for without a programme, and members of recipient families for whom it is not. */
export const assistedEnrolment: Check = (situation, parameters, date) => {
  if (situation.household.assistance.reason !== null) return [];
  const relief = reliefOn(situation, date).filter(
    ({ programme }) =>
      programme !== null && parameters.assistedEnrolmentProgrammes.includes(programme),
  );
  const settled = relief.some(
    ({ startMonth }) =>
      startMonth !== null &&
      monthsBetween(startMonth, date) >= parameters.assistedEnrolmentGraceMonths,
  );
  return recordsOf(situation, "medicalInsurance").flatMap((found) => {
    const { insuranceType, status, assistedEnrolment: assisted } = found.record;
    if (assisted === true && relief.length === 0) return [withoutProgramme(found)];
    const enrolled = insuranceType === "RESIDENT" && status === "NORMAL";
    return enrolled && assisted === false && settled ? [notAssisted(found)] : [];
  });
};

function withoutProgramme({ member, record }: MemberRecord<"medicalInsurance">): Finding {
  return {
    code: "ASSISTED_ENROLMENT_WITHOUT_PROGRAMME",
    severity: "LOW",
    person: placeOf(member),
    declared: says("家庭未享受对应的救助", "the household draws no programme that gives it"),
    found: says("资助参加居民医保", "residents' insurance paid for"),
    evidence: [evidence("medicalInsurance", member, record, "资助参保", "enrolment paid for")],
    basis: ["MEDICAL_ASSISTANCE"],
    advice: {
      zh: "核实资助身份来源；身份已终止的，通知医保部门下一年度起取消资助。",
      en: "Find out on what ground it is paid; where it ended, tell the insurance office to stop with the next year.",
    },
  };
}

function notAssisted({ member, record }: MemberRecord<"medicalInsurance">): Finding {
  return {
    code: "PROGRAMME_WITHOUT_ASSISTED_ENROLMENT",
    severity: "LOW",
    person: placeOf(member),
    declared: says("救助家庭成员", "member of a recipient family"),
    found: says("自费参加居民医保", "pays the insurance itself"),
    evidence: [evidence("medicalInsurance", member, record, "未获资助参保", "not paid for")],
    basis: ["MEDICAL_ASSISTANCE"],
    advice: {
      zh: "将该成员推送医保部门，落实资助参保并退还已缴的个人部分。",
      en: "Pass the member to the insurance office to have the enrolment paid for and the person's share returned.",
    },
  };
}
