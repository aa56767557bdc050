import { addYears } from "../../codes/calendar.js";
import {
  DisabilityCategory,
  DisabilityGrade,
  type DisabilityCategory as Category,
  type DisabilityGrade as Grade,
} from "../../codes/code-tables.js";
import { makeDisabilityCertificate } from "../../codes/disability-certificate.js";
import { yuan } from "../amounts.js";
import type { HouseholdPlan } from "../household-plan.js";
import { DISABILITY_LIVING_SUBSIDY, DISABILITY_NURSING_SUBSIDY } from "../parameters.js";
import type { DisabilityTruth } from "../person-truth.js";
import type { Identity } from "../person-draft.js";
import type { RandomStream } from "../random-stream.js";
import { drawDate } from "./draw-date.js";
import { isLowIncome } from "./low-income.js";

/** A valid certificate and the subsidies that go with grade and programme. */
export function makeDisability(
  { idNumber, birthDate, age }: Pick<Identity, "idNumber" | "birthDate" | "age">,
  category: Category,
  grade: Grade,
  plan: HouseholdPlan,
  stream: RandomStream,
): DisabilityTruth {
  const earliest = addYears(plan.asOf, -9);
  const born = addYears(birthDate, 1);
  const issuedOn = drawDate(stream, earliest > born ? earliest : born, addYears(plan.asOf, -1));
  const supported = plan.group === "EXTREME_POVERTY";
  const living = isLowIncome(plan.group) && !supported;
  const nursing = supported ? null : nursingSubsidy(category, grade);
  return {
    category,
    grade,
    certificateNumber: makeDisabilityCertificate(
      idNumber,
      DisabilityCategory.entries[category].code,
      DisabilityGrade.entries[grade].code,
      stream.chance(0.08) ? 1 : 0,
    ),
    certificateStatus: "VALID",
    issuedOn,
    validUntil: addYears(issuedOn, 10),
    livingSubsidy: living ? yuan(DISABILITY_LIVING_SUBSIDY) : null,
    nursingSubsidy: nursing === null ? null : yuan(nursing),
    assistedEmployment: age >= 18 && age < 60 && stream.chance(0.08),
    bankAccount: `622848${String(stream.integer(0, 999_999_999_999)).padStart(12, "0")}`,
  };
}

/** 元 a month by grade; grade 3 only with a mental or intellectual disability, grade 4 never. */
function nursingSubsidy(category: Category, grade: Grade): number | null {
  if (grade === "GRADE_4") return null;
  const mind = category === "MENTAL" || category === "INTELLECTUAL";
  return grade === "GRADE_3" && !mind ? null : DISABILITY_NURSING_SUBSIDY[grade];
}
