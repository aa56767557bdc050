import { CodeError } from "../../codes/code-error.js";
import { maskIdNumber, parseIdNumber, type ParsedIdNumber } from "../../codes/id-number.js";
import { evidence, says, type Check, type Finding } from "../finding.js";
import type { FoundMember, Sourced } from "../reading/found.js";
import { nameScore } from "../name-score.js";
import type { IdentityRecord } from "../reading/records.js";
import { placeOf, type Situation } from "../situation.js";

/** From this part of agreeing characters on, a name is rather mistyped than another's. */
const PROBABLY_MISTYPED = 0.5;

/**
 * Whether a member's number is valid (GB 11643), the record fits the number, and the declared name
 * fits the record. No value says a birth date: with the masked number it would give the number away.
 */
export const nameAndIdNumber: Check = (situation) =>
  situation.household.members.flatMap((member) => {
    const record = member.identity.records[0];
    if (!record?.idNumber) return [];
    const parsed = parsedOrWrong(record.idNumber);
    return [
      ...(parsed === null ? [invalidNumber(member, record)] : misfit(member, record, parsed)),
      ...otherName(member, record, situation),
    ];
  });

function parsedOrWrong(idNumber: string): ParsedIdNumber | null {
  try {
    return parseIdNumber(idNumber);
  } catch (error) {
    if (error instanceof CodeError) return null;
    throw error;
  }
}

function invalidNumber(member: FoundMember, record: Sourced<IdentityRecord>): Finding {
  const masked = maskIdNumber(record.idNumber ?? "");
  return {
    code: "ID_NUMBER_INVALID",
    severity: "HIGH",
    person: placeOf(member),
    declared: null,
    found: says(`${masked} 校验不通过`, `${masked} is not a valid number`),
    evidence: [evidence("identity", member, record, "公民身份号码", "ID number")],
    basis: ["ID_NUMBER_STANDARD"],
    advice: {
      zh: "核对身份证原件，提请登记部门校核后重新核对；更正前不据此合并任何记录。",
      en: "See the identity card, ask for a correction of the record, verify again; merge nothing until then.",
    },
  };
}

function misfit(
  member: FoundMember,
  record: Sourced<IdentityRecord>,
  { sex, birthDate }: ParsedIdNumber,
): Finding[] {
  const sexDiffers = isKnownSex(record.sex) && record.sex !== sex;
  const birthDiffers = (record.birthDate ?? birthDate) !== birthDate;
  if (!sexDiffers && !birthDiffers) return [];
  const what = [
    ...(sexDiffers ? [{ zh: "性别", en: "sex" }] : []),
    ...(birthDiffers ? [{ zh: "出生日期", en: "birth date" }] : []),
  ];
  const zh = what.map((part) => part.zh).join("、");
  const en = what.map((part) => part.en).join(" and ");
  return [
    {
      code: "RECORD_DOES_NOT_FIT_ID_NUMBER",
      severity: "HIGH",
      person: placeOf(member),
      declared: says(
        `登记姓名 ${record.name ?? "不详"}`,
        `registered as ${record.name ?? "unknown"}`,
      ),
      found: says(`登记的${zh}与号码不符`, `registered ${en} does not fit the number`),
      evidence: [evidence("identity", member, record, `登记的${zh}`, `registered ${en}`)],
      basis: ["ID_NUMBER_STANDARD", "DATA_SHARING"],
      advice: {
        zh: "号码可能属于他人：核对身份证原件和户口簿，确认号码后重新核对；此前按号码查得的各项记录不作依据。",
        en: "The number may be somebody else's: see card and household booklet, then verify again; rely on no record found by this number until then.",
      },
    },
  ];
}

function otherName(
  member: FoundMember,
  record: Sourced<IdentityRecord>,
  { application }: Situation,
): Finding[] {
  const declared = application.persons?.find(({ idNumber }) => idNumber === record.idNumber)?.name;
  if (declared === undefined || record.name === null) return [];
  const score = nameScore(declared, record.name);
  if (score === 1) return [];
  return [
    {
      code: "NAME_DIFFERS",
      severity: score >= PROBABLY_MISTYPED ? "LOW" : "HIGH",
      person: placeOf(member),
      declared: says(declared, declared),
      found: says(record.name, record.name),
      evidence: [evidence("identity", member, record, "登记姓名", "registered name")],
      basis: ["ID_NUMBER_STANDARD"],
      advice: {
        zh: "核对身份证原件：笔误的更正申报；号码属于他人的，取得正确号码后重新核对。",
        en: "See the identity card: correct a slip of the pen; where the number is somebody else's, get the right one and verify again.",
      },
    },
  ];
}

const isKnownSex = (sex: IdentityRecord["sex"]) => sex === "MALE" || sex === "FEMALE";
