import { addYears } from "../../codes/calendar.js";
import { yuan } from "../amounts.js";
import { STANDARD_PER_YEAR } from "../parameters.js";
import type {
  DiagnosisTruth,
  LongTermCareTruth,
  MedicalInsuranceTruth,
  MedicalSpendingTruth,
} from "../person-truth.js";
import { totalIncome, type PersonDraft } from "../person-draft.js";
import type { RandomStream } from "../random-stream.js";
import { drawDateBefore } from "./draw-date.js";
import { isLowIncome } from "./low-income.js";
import { countMembers, type RecordContext } from "./record-context.js";

/** Employers of the county; the names are invented. */
export const EMPLOYERS = [
  "浦江丰安水晶制造有限公司",
  "浦江仙华锁业有限公司",
  "浦江月泉绗缝家纺有限公司",
  "浦江宣和服饰有限公司",
  "浦江龙峰机械有限公司",
  "浦江麟溪书画用品有限公司",
  "浦江壶源农产品有限公司",
] as const;

const SERIOUS: readonly (readonly [string, string])[] = [
  ["C34.9", "支气管或肺恶性肿瘤"],
  ["C50.9", "乳房恶性肿瘤"],
  ["N18.5", "慢性肾脏病5期"],
  ["I63.9", "脑梗死"],
  ["C22.0", "肝细胞癌"],
];

const COMMON: readonly (readonly [string, string])[] = [
  ["I10", "原发性高血压"],
  ["E11.9", "2型糖尿病"],
  ["J44.9", "慢性阻塞性肺病"],
  ["M51.2", "腰椎间盘突出"],
  ["K29.5", "慢性胃炎"],
];

/** The medical insurance of somebody who lives in the county. */
export function makeMedicalInsurance(
  draft: PersonDraft,
  context: RecordContext,
): MedicalInsuranceTruth {
  const { stream, plan } = context;
  const { work } = draft.livelihood;
  const employee = work === "EMPLOYEE" || work === "RETIRED_EMPLOYEE";
  const seriousIllness = draft.condition.seriouslyIll || draft === context.patient;
  return {
    insuranceType: employee ? "EMPLOYEE" : "RESIDENT",
    status: plan.group === "ORDINARY" && !employee && stream.chance(0.02) ? "PAUSED" : "NORMAL",
    employer: work === "EMPLOYEE" ? stream.pick(EMPLOYERS) : null,
    enrolledOn: drawDateBefore(
      stream,
      plan.asOf,
      200,
      Math.min(6_000, 300 + draft.identity.age * 300),
    ),
    assistedEnrolment:
      !employee && isLowIncome(plan.group) && draft.identity.slot.role === "MEMBER",
    seriousIllness,
    diagnoses: drawDiagnoses(draft, seriousIllness, context),
    spending: drawSpending(draft, seriousIllness, context),
    longTermCare: drawLongTermCare(draft, stream),
  };
}

/**
 * A year's spending by what the patient paid, in whole 元; what the funds paid is split so that all
 * adds up.
 */
export function makeSpending(
  year: number,
  outOfPocket: number,
  paidByFunds: number,
  assisted: boolean,
): MedicalSpendingTruth {
  const seriousIllnessPayment = Math.max(0, Math.round((paidByFunds - 20_000) * 0.4));
  const medicalAssistancePayment = assisted ? Math.round(paidByFunds * 0.12) : 0;
  const pooledPayment = paidByFunds - seriousIllnessPayment - medicalAssistancePayment;
  return {
    year,
    total: yuan(outOfPocket + paidByFunds),
    pooledPayment: yuan(pooledPayment),
    seriousIllnessPayment: yuan(seriousIllnessPayment),
    medicalAssistancePayment: yuan(medicalAssistancePayment),
    outOfPocket: yuan(outOfPocket),
  };
}

function drawDiagnoses(
  draft: PersonDraft,
  seriousIllness: boolean,
  { plan, stream }: RecordContext,
): readonly DiagnosisTruth[] {
  const { age, birthDate } = draft.identity;
  const diagnoses: DiagnosisTruth[] = [];
  const add = ([code, name]: readonly [string, string]) => {
    const drawn = drawDateBefore(stream, plan.asOf, 90, 2_000);
    const first = addYears(birthDate, 1);
    diagnoses.push({ code, name, diagnosedOn: drawn < first ? first : drawn });
  };
  if (seriousIllness) add(stream.pick(SERIOUS));
  if (stream.chance(age >= 60 ? 0.4 : 0.06)) add(stream.pick(COMMON));
  return diagnoses;
}

function drawSpending(
  draft: PersonDraft,
  seriousIllness: boolean,
  context: RecordContext,
): MedicalSpendingTruth | null {
  const { plan, stream } = context;
  const { age } = draft.identity;
  if (!seriousIllness && !stream.chance(age >= 60 ? 0.6 : 0.3)) return null;
  const own = seriousIllness
    ? stream.integer(4_000, 18_000)
    : stream.integer(30, age >= 60 ? 2_500 : 900);
  const outOfPocket = draft === context.patient ? ruinousSpending(context) : own;
  const paidByFunds = Math.round((outOfPocket * stream.integer(70, 190)) / 100);
  const assisted = plan.group !== "ORDINARY" && plan.group !== "APPLICANT";
  return makeSpending(plan.asOfYear - 1, outOfPocket, paidByFunds, assisted);
}

/** What a family in expenditure-type poverty pays: enough that less than the standard remains. */
function ruinousSpending(context: RecordContext): number {
  const kept = Math.round(countMembers(context) * STANDARD_PER_YEAR * 0.85);
  return Math.round(totalIncome(context.income) - kept);
}

function drawLongTermCare(draft: PersonDraft, stream: RandomStream): LongTermCareTruth | null {
  if (draft.identity.age < 70 || !stream.chance(0.03)) return null;
  const disabilityLevel = stream.pick(["SEVERE_1", "SEVERE_2", "SEVERE_3"] as const);
  const benefit = { SEVERE_1: 600, SEVERE_2: 900, SEVERE_3: 1_200 }[disabilityLevel];
  return { disabilityLevel, monthlyBenefit: yuan(benefit) };
}
