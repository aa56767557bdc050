import { addDays, addYears } from "../codes/calendar.js";
import {
  PovertyDimensionName,
  type IncomeBand,
  type SingleHouseholdGround,
} from "../codes/code-tables.js";
import { addMoney } from "../codes/money.js";
import { hundredths, yuan } from "./amounts.js";
import type {
  DeclarationTruth,
  PovertyIndexTruth,
  SingleHouseholdAdmissionTruth,
  VerificationSummaryTruth,
} from "./household-truth.js";
import type { HouseholdPlan } from "./household-plan.js";
import { MARGINAL_PERCENT, STANDARD_PER_YEAR } from "./parameters.js";
import type { HouseholdIncome, PersonDraft } from "./person-draft.js";
import type { PersonTruth } from "./person-truth.js";
import type { RandomStream } from "./random-stream.js";

/** An honest declaration: it says what the sources know, and casual wages that they do not. */
export function makeDeclaration(
  income: HouseholdIncome,
  members: readonly PersonTruth[],
  rural: boolean,
  declaredOn: string,
): DeclarationTruth {
  const assets = members.flatMap(({ financialAssets }) =>
    financialAssets
      ? [financialAssets.deposits, financialAssets.securities, financialAssets.insurancePolicies]
      : [],
  );
  const dwellings = members.flatMap(({ realEstate }) => realEstate).length;
  return {
    wageIncome: yuan(income.wage),
    businessIncome: yuan(income.business),
    propertyIncome: yuan(income.property),
    transferIncome: yuan(income.transfer),
    otherIncome: yuan(income.other),
    financialAssets: addMoney(...assets),
    vehicleCount: 0,
    dwellingCount: Math.max(dwellings, rural ? 1 : 0),
    declaredOn,
  };
}

/** The band of a yearly income in 元 of so many people. */
export function bandOf(income: number, headCount: number): IncomeBand {
  const perHead = income / headCount;
  if (perHead <= STANDARD_PER_YEAR) return "WITHIN_STANDARD";
  return perHead * 100 <= STANDARD_PER_YEAR * MARGINAL_PERCENT
    ? "WITHIN_MARGINAL_LINE"
    : "ABOVE_MARGINAL_LINE";
}

/** Weights of the dimensions in hundredths, in the order of their table; illustrative. */
const DIMENSION_WEIGHTS = [30, 25, 15, 10, 10, 10] as const;

/** The result of the home survey, ten days after the declaration. */
export function makePovertyIndex(
  perHead: number,
  declaredOn: string,
  stream: RandomStream,
): PovertyIndexTruth {
  const need = Math.max(10, Math.min(90, Math.round(110 - perHead / 200)));
  const scores = PovertyDimensionName.keys.map((dimension, place) => ({
    dimension,
    weight: DIMENSION_WEIGHTS[place] ?? 0,
    score: dimension === "INCOME" ? need : stream.integer(0, 90),
  }));
  return {
    score: hundredths(scores.reduce((sum, { weight, score }) => sum + weight * score, 0)),
    dimensions: scores.map(({ dimension, weight, score }) => ({
      dimension,
      score: hundredths(score * 100),
      weight: `${hundredths(weight)}00`,
    })),
    surveyedOn: addDays(declaredOn, 10),
  };
}

/** The conclusion of the verification that followed the declaration. */
export function makeVerification(
  plan: HouseholdPlan,
  incomeBand: IncomeBand,
  declaredOn: string,
  stream: RandomStream,
): VerificationSummaryTruth {
  const completedOn = addDays(declaredOn, stream.integer(12, 25));
  return {
    number: `HD330726${completedOn.slice(0, 4)}${String(plan.index + 1).padStart(6, "0")}`,
    outcome: stream.weighted([["CLEAN", 94] as const, ["INCOMPLETE", 6] as const]),
    incomeBand,
    completedOn,
    validUntil: addYears(completedOn, 1),
  };
}

/** The admission of a member on the ground that its condition gives. */
export function makeAdmission(
  { identity, condition }: PersonDraft,
  startMonth: string,
): SingleHouseholdAdmissionTruth {
  return {
    idNumber: identity.idNumber,
    ground: groundOf(condition),
    admittedOn: `${startMonth}-01`,
  };
}

function groundOf({ disability }: PersonDraft["condition"]): SingleHouseholdGround {
  if (!disability) return "SERIOUS_ILLNESS";
  return disability.grade === "GRADE_1" || disability.grade === "GRADE_2"
    ? "SEVERE_DISABILITY"
    : "ADULT_MENTAL_OR_INTELLECTUAL_DISABILITY";
}
