import { addMoney, multiplyByRatio } from "../../codes/money.js";
import { yuan } from "../amounts.js";
import type { HouseholdFacts } from "../household-truth.js";
import type { AgricultureTruth, PersonTruth } from "../person-truth.js";
import { EMPLOYERS } from "../records/medical-insurance.js";
import {
  ELDER_COUPLE,
  getMember,
  withDeclaration,
  withMember,
  WORKING_FAMILY,
  type Planter,
} from "./planter.js";

const EMPLOYED_BASE = yuan(5_200);

/** Raised subsidies; a planter of its own says that none were declared. */
const subsidies = land("SUBSIDIES_UNDECLARED", "惠农补贴未申报", (record) => ({
  annualSubsidies: addMoney(record.annualSubsidies, yuan(6_000)),
}));

/** Income that a source knows against what was declared. */
export const incomePlanters: readonly Planter[] = [
  employed("UNEMPLOYED_BUT_EMPLOYEE_INSURANCE", "申报无工资收入，职工医保正常参保", (person) => ({
    medicalInsurance: person.medicalInsurance && {
      ...person.medicalInsurance,
      insuranceType: "EMPLOYEE",
      employer: EMPLOYERS[0],
      assistedEnrolment: false,
    },
  })),
  employed("UNEMPLOYED_BUT_CONTRIBUTIONS", "申报无工资收入，社会保险按职工缴费", () => ({
    socialInsurance: {
      pensionStatus: "NORMAL",
      contributionBase: EMPLOYED_BASE,
      monthlyPension: null,
      unemploymentBenefit: null,
      employed: true,
    },
  })),
  employed("UNEMPLOYED_BUT_INCOME_TAX", "申报无工资收入，个人所得税有应税收入", () => ({
    incomeTax: { taxableIncome: yuan(62_400) },
  })),
  employed("UNEMPLOYED_BUT_HOUSING_FUND", "申报无工资收入，住房公积金正常缴存", () => ({
    housingFund: { monthlyContribution: yuan(1_040), balance: yuan(12_480) },
  })),
  pension("PENSION_UNDECLARED", true, 2_600, "职工养老金未申报"),
  pension("PENSION_WITHIN_TOLERANCE", false, 3, "养老金调待后每月差 3 元，在容差以内"),
  land("DIVIDEND_UNDECLARED", "集体经济分红未申报", (record) => ({
    collectiveDividend: addMoney(record.collectiveDividend, yuan(8_000)),
  })),
  land("RENT_UNDECLARED", "土地流转收入未申报", (record) => ({
    contractedArea: "9.60",
    transferredArea: "9.00",
    transferRent: addMoney(record.transferRent, yuan(7_200)),
  })),
  {
    ...subsidies,
    plant(household, context) {
      const planted = subsidies.plant(household, context);
      return { ...planted, household: declaringNoSubsidies(planted.household) };
    },
  },
];

function employed(
  kind: string,
  note: string,
  change: (person: PersonTruth) => Partial<PersonTruth>,
): Planter {
  return {
    kind,
    expectsFinding: true,
    requires: WORKING_FAMILY,
    plant(household) {
      const head = getMember(household, 0);
      const unemployed = withDeclaration(household, { wageIncome: yuan(0) });
      const plainly = { housingFund: null, incomeTax: null };
      return {
        household: withMember(unemployed, 0, { ...plainly, ...change(head) }),
        idNumber: head.idNumber,
        note,
      };
    },
  };
}

function pension(kind: string, expectsFinding: boolean, more: number, note: string): Planter {
  return {
    kind,
    expectsFinding,
    requires: ELDER_COUPLE,
    plant(household) {
      const { idNumber, socialInsurance } = getMember(household, 0);
      const monthlyPension = addMoney(socialInsurance?.monthlyPension ?? yuan(0), yuan(more));
      return {
        household: withMember(household, 0, {
          socialInsurance: socialInsurance && { ...socialInsurance, monthlyPension },
        }),
        idNumber,
        note,
      };
    },
  };
}

function land(
  kind: string,
  note: string,
  change: (record: AgricultureTruth) => Partial<AgricultureTruth>,
): Planter {
  return {
    kind,
    expectsFinding: true,
    requires: ELDER_COUPLE,
    plant(household) {
      const { idNumber, agriculture } = getMember(household, 0);
      return {
        household: withMember(household, 0, {
          agriculture: agriculture && { ...agriculture, ...change(agriculture) },
        }),
        idNumber,
        note,
      };
    },
  };
}

/** Transfer income as declared by a family that names its pensions and reservoir support alone. */
function declaringNoSubsidies(household: HouseholdFacts): HouseholdFacts {
  const transfers = household.members.flatMap(({ socialInsurance, reservoirMigrant }) => [
    multiplyByRatio(socialInsurance?.monthlyPension ?? yuan(0), "12"),
    reservoirMigrant?.annualSupport ?? yuan(0),
  ]);
  return withDeclaration(household, { transferIncome: addMoney(...transfers) });
}
