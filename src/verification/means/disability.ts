import type { SingleHouseholdGround } from "../../codes/code-tables.js";
import { ageOn } from "../../codes/calendar.js";
import type { Money } from "../../codes/money.js";
import type { FoundMember } from "../reading/found.js";
import type { Parameters } from "../parameters/parameters.js";
import type { DisabilityRecord } from "../reading/records.js";

/** What an entitlement depends on of a disability. */
export type Disability = Pick<
  DisabilityRecord,
  "category" | "grade" | "certificateStatus" | "validUntil"
>;

/** Whether a certificate is valid on a day: neither expired nor frozen or cancelled. */
export function isCertificateValid(
  { certificateStatus, validUntil }: Disability,
  date: string,
): boolean {
  const stands = certificateStatus === null || certificateStatus === "VALID";
  return stands && (validUntil === null || date <= validUntil);
}

/** The monthly nursing subsidy of a category and grade; null where there is none. */
export function nursingSubsidyOf(
  { category, grade }: Disability,
  { nursingSubsidyAmounts }: Parameters,
): Money | null {
  const entry = nursingSubsidyAmounts.find(
    (amount) => amount.category === category && grade !== null && amount.grades.includes(grade),
  );
  return entry?.monthly ?? null;
}

/**
 * The ground on which a member may be admitted as a household of its own, in the document's words
 * (item (二)): 重病患者, 重度残疾人 (grades 1 and 2), or 成年三、四级精神智力残疾人. Null where there is
 * none; `undefined` where a source that could tell did not answer.
 */
export function admissionGroundOf(
  member: FoundMember,
  date: string,
): SingleHouseholdGround | null | undefined {
  const { medicalInsurance, disability } = member.answers;
  if (medicalInsurance.records.some(({ seriousIllness }) => seriousIllness === true)) {
    return "SERIOUS_ILLNESS";
  }
  const birthDate = member.identity.records[0]?.birthDate ?? null;
  for (const record of disability.records) {
    const ground = groundOf(record, birthDate, date);
    if (ground !== null) return ground;
  }
  const answered = [medicalInsurance, disability].every(({ reason }) => reason === null);
  return answered ? null : undefined;
}

function groundOf(
  record: DisabilityRecord,
  birthDate: string | null,
  date: string,
): SingleHouseholdGround | null {
  if (!isCertificateValid(record, date)) return null;
  const { category, grade } = record;
  if (grade === "GRADE_1" || grade === "GRADE_2") return "SEVERE_DISABILITY";
  const adult = birthDate !== null && ageOn(birthDate, date) >= AGE_OF_MAJORITY;
  const mind = category === "MENTAL" || category === "INTELLECTUAL";
  return adult && mind && grade !== null ? "ADULT_MENTAL_OR_INTELLECTUAL_DISABILITY" : null;
}

/** 成年: 18 and over (Civil Code, article 17). */
const AGE_OF_MAJORITY = 18;
