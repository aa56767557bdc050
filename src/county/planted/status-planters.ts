import { addDays, addYears } from "../../codes/calendar.js";
import { yuan } from "../amounts.js";
import type { PlanRequirement } from "../household-plan.js";
import type { HouseholdFacts } from "../household-truth.js";
import { gradualExit } from "../make-assistance.js";
import { DISABILITY_NURSING_SUBSIDY, STANDARD_PER_YEAR } from "../parameters.js";
import type { DisabilityTruth, PersonTruth } from "../person-truth.js";
import { delayed } from "../source-days.js";
import { makeDisability } from "../records/disability.js";
import {
  getMember,
  withMember,
  WORKING_FAMILY,
  type PlantContext,
  type Planter,
} from "./planter.js";

/** A family that applied and draws nothing, in a village. */
const APPLICANTS: PlanRequirement = { group: "APPLICANT", shape: "COUPLE_WITH_CHILDREN" };

/** Parents with a grown-up child admitted as a household of its own. */
const ADMITTED: PlanRequirement = { group: "SINGLE_HOUSEHOLD", shape: "PARENTS_WITH_ADULT_CHILD" };

/** Place of the admitted child among the members. */
const CHILD = 2;

/** Lists that should agree, certificates that run out, sources that fall behind. */
export const statusPlanters: readonly Planter[] = [
  {
    kind: "LOW_INCOME_FARMER_WITHOUT_RELIEF",
    expectsFinding: true,
    requires: APPLICANTS,
    plant: (household, { plan }) => ({
      household: everyMember(household, ({ agriculture }) => ({
        agriculture: agriculture && {
          ...agriculture,
          lowIncomeFarmer: true,
          recognisedYear: plan.asOfYear - 1,
          povertyCause: "OTHER",
        },
      })),
      note: "列入低收入农户，未享受低保或低保边缘",
    }),
  },
  {
    kind: "RELIEF_WITHOUT_LOW_INCOME_FARMER",
    expectsFinding: true,
    requires: WORKING_FAMILY,
    plant: (household) => ({
      household: everyMember(household, ({ agriculture }) => ({
        agriculture: agriculture && {
          ...agriculture,
          lowIncomeFarmer: false,
          recognisedYear: null,
          povertyCause: null,
        },
      })),
      note: "农村低保家庭未列入低收入农户",
    }),
  },
  {
    kind: "ASSISTED_ENROLMENT_WITHOUT_PROGRAMME",
    expectsFinding: true,
    requires: APPLICANTS,
    plant: (household) => ({
      household: withAssistedEnrolment(household, true),
      note: "资助参保，但家庭未享受救助",
    }),
  },
  {
    kind: "PROGRAMME_WITHOUT_ASSISTED_ENROLMENT",
    expectsFinding: true,
    requires: WORKING_FAMILY,
    plant: (household) => ({
      household: withAssistedEnrolment(household, false),
      note: "低保家庭成员未获资助参保",
    }),
  },
  {
    kind: "CERTIFICATE_EXPIRED",
    expectsFinding: true,
    requires: ADMITTED,
    plant(household, context) {
      const issuedOn = addDays(addYears(household.asOf, -10), -90);
      return withSevereChild(
        household,
        context,
        "GRADE_2",
        "残疾人证已过期，仍单独列户并发放补贴",
        {
          issuedOn,
          validUntil: addYears(issuedOn, 10),
          certificateStatus: "EXPIRED",
        },
      );
    },
  },
  {
    kind: "CERTIFICATE_REGRADED",
    expectsFinding: true,
    requires: ADMITTED,
    plant(household, context) {
      const issuedOn = addDays(household.asOf, -40);
      return withSevereChild(
        household,
        context,
        "GRADE_3",
        "重新评定为三级肢体残疾，仍按重度残疾单独列户",
        {
          issuedOn,
          validUntil: addYears(issuedOn, 10),
          nursingSubsidy: yuan(DISABILITY_NURSING_SUBSIDY.GRADE_2),
        },
      );
    },
  },
  {
    kind: "GRADUAL_EXIT",
    expectsFinding: false,
    requires: WORKING_FAMILY,
    plant(household) {
      const { declaration } = household;
      const income = yuan(Math.round(household.headCount * STANDARD_PER_YEAR * 1.2));
      return {
        household: {
          ...household,
          incomeBand: "WITHIN_MARGINAL_LINE",
          assistance: household.assistance.map((relief) => gradualExit(relief, household.asOf)),
          declaration: declaration && { ...declaration, wageIncome: income, otherIncome: yuan(0) },
          latestVerification: household.latestVerification && {
            ...household.latestVerification,
            incomeBand: "WITHIN_MARGINAL_LINE",
          },
        },
        note: "收入已超过低保标准，处于一年渐退期内",
      };
    },
  },
  {
    kind: "SOURCE_STALE",
    expectsFinding: true,
    requires: WORKING_FAMILY,
    plant: (household) => ({
      household: { ...household, sources: delayed(household.sources, "financialAssets", 400) },
      note: "金融资产数据截止日期过旧",
    }),
  },
];

function everyMember(
  household: HouseholdFacts,
  change: (member: PersonTruth) => Partial<PersonTruth>,
): HouseholdFacts {
  return {
    ...household,
    members: household.members.map((member) => ({ ...member, ...change(member) })),
  };
}

function withAssistedEnrolment(household: HouseholdFacts, assistedEnrolment: boolean) {
  return everyMember(household, ({ medicalInsurance }) => ({
    medicalInsurance:
      medicalInsurance?.insuranceType === "RESIDENT"
        ? { ...medicalInsurance, assistedEnrolment }
        : medicalInsurance,
  }));
}

/** The child as admitted for a severe physical disability, with a certificate that now says otherwise. */
function withSevereChild(
  household: HouseholdFacts,
  { plan, stream }: PlantContext,
  grade: DisabilityTruth["grade"],
  note: string,
  change: Partial<DisabilityTruth>,
): ReturnType<Planter["plant"]> {
  const { idNumber, birthDate, medicalInsurance } = getMember(household, CHILD);
  const person = { idNumber, birthDate, age: 30 };
  const disability = { ...makeDisability(person, "PHYSICAL", grade, plan, stream), ...change };
  const admission = household.singleHouseholdAdmission.map((admitted) => ({
    ...admitted,
    ground: "SEVERE_DISABILITY" as const,
  }));
  return {
    household: {
      ...withMember(household, CHILD, {
        disability,
        medicalInsurance: medicalInsurance && { ...medicalInsurance, seriousIllness: false },
      }),
      singleHouseholdAdmission: admission,
    },
    idNumber,
    note,
  };
}
