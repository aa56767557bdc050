import { yuan } from "../amounts.js";
import { RESERVOIR_SUPPORT } from "../parameters.js";
import type {
  ChildWelfareTruth,
  LeftBehindTruth,
  PersonTruth,
  StudentTruth,
} from "../person-truth.js";
import type { PersonDraft } from "../person-draft.js";
import type { RandomStream } from "../random-stream.js";
import { drawDateBefore } from "./draw-date.js";
import type { RecordContext } from "./record-context.js";

type WelfareRecords = Pick<
  PersonTruth,
  "childWelfare" | "leftBehind" | "elderCare" | "reservoirMigrant" | "student"
>;

/** Child welfare, care for the left-behind and the old, reservoir support, schooling. */
export function makeWelfareRecords(draft: PersonDraft, context: RecordContext): WelfareRecords {
  return {
    childWelfare: drawChildWelfare(draft, context),
    leftBehind: drawLeftBehind(draft, context),
    elderCare: drawElderCare(draft, context),
    reservoirMigrant: draft.livelihood.reservoir
      ? { reservoir: draft.livelihood.reservoir, annualSupport: yuan(RESERVOIR_SUPPORT) }
      : null,
    student: draft.livelihood.work === "STUDENT" ? drawStudent(draft, context.stream) : null,
  };
}

function drawChildWelfare(
  { identity, condition }: PersonDraft,
  { plan, stream }: RecordContext,
): ChildWelfareTruth | null {
  if (identity.age >= 18 || identity.slot.role !== "MEMBER") return null;
  if (condition.disability?.grade === "GRADE_1" || condition.disability?.grade === "GRADE_2") {
    return { category: "SERIOUS_ILLNESS_OR_DISABILITY", monthlyAllowance: yuan(800) };
  }
  if (plan.shape === "GRANDPARENTS_WITH_CHILD" && stream.chance(0.25)) {
    return { category: "DE_FACTO_UNATTENDED", monthlyAllowance: yuan(1_500) };
  }
  if (plan.group === "MINIMUM_LIVING" && stream.chance(0.3)) {
    return { category: "DIFFICULT_FAMILY", monthlyAllowance: yuan(500) };
  }
  return null;
}

function drawLeftBehind(
  { identity }: PersonDraft,
  { plan, stream, drafts }: RecordContext,
): LeftBehindTruth | null {
  if (!plan.rural || identity.slot.role !== "MEMBER") return null;
  const lastVisitedOn = drawDateBefore(stream, plan.asOf, 3, 90);
  const { kinship } = identity.slot;
  if (kinship === "GRANDCHILD") return { category: "CHILD", lastVisitedOn };
  const obligors = drafts.filter((draft) => draft.identity.slot.role === "OBLIGOR");
  const deserted = obligors.length > 0 && obligors.every((draft) => draft.identity.elsewhere);
  if (identity.age >= 60 && deserted && kinship === "HEAD") {
    return { category: "ELDER", lastVisitedOn };
  }
  const wife = kinship === "WIFE" && identity.age < 60 && plan.shape === "COUPLE_WITH_CHILDREN";
  return wife && stream.chance(0.03) ? { category: "WOMAN", lastVisitedOn } : null;
}

function drawElderCare(
  { identity: { age, slot } }: PersonDraft,
  { plan, stream }: RecordContext,
): PersonTruth["elderCare"] {
  if (slot.role !== "MEMBER") return null;
  const entitled = age >= 90 || (age >= 65 && plan.group !== "ORDINARY" && stream.chance(0.4));
  if (!entitled) return null;
  const careLevel = stream.weighted([
    ["ABLE", 40] as const,
    ["MILD", 35] as const,
    ["MODERATE", 15] as const,
    ["SEVERE_1", 10] as const,
  ]);
  const subsidy = { ABLE: 120, MILD: 240, MODERATE: 480, SEVERE_1: 960 }[careLevel];
  return { careLevel, monthlySubsidy: yuan(subsidy) };
}

function drawStudent({ identity: { age } }: PersonDraft, stream: RandomStream): StudentTruth {
  if (age < 6) {
    return { school: "浦江县实验幼儿园", stage: "PRESCHOOL", annualTuition: yuan(4_800) };
  }
  if (age < 12) {
    const school = stream.pick(["浦江县实验小学", "浦江县浦阳第一小学", "浦江县黄宅镇中心小学"]);
    return { school, stage: "PRIMARY", annualTuition: yuan(0) };
  }
  if (age < 15) {
    const school = stream.pick(["浦江县实验中学", "浦江县第四中学", "浦江县黄宅中学"]);
    return { school, stage: "JUNIOR_SECONDARY", annualTuition: yuan(0) };
  }
  if (age < 18) {
    return stream.chance(0.55)
      ? { school: "浙江省浦江中学", stage: "SENIOR_SECONDARY", annualTuition: yuan(1_600) }
      : { school: "浦江县职业技术学校", stage: "VOCATIONAL_SECONDARY", annualTuition: yuan(0) };
  }
  const school = stream.pick(["浙江师范大学", "金华职业技术大学", "浙江工业大学"]);
  return { school, stage: "TERTIARY", annualTuition: yuan(stream.integer(50, 90) * 100) };
}
