import type { DisabilityCategory, DisabilityGrade } from "../codes/code-tables.js";
import type { HouseholdPlan } from "./household-plan.js";
import type { Condition, Identity } from "./person-draft.js";
import type { RandomStream } from "./random-stream.js";

const CATEGORIES: readonly (readonly [DisabilityCategory, number])[] = [
  ["PHYSICAL", 50],
  ["HEARING", 13],
  ["VISUAL", 12],
  ["INTELLECTUAL", 9],
  ["MENTAL", 9],
  ["SPEECH", 2],
  ["MULTIPLE", 5],
];

const GRADES: readonly (readonly [DisabilityGrade, number])[] = [
  ["GRADE_1", 12],
  ["GRADE_2", 22],
  ["GRADE_3", 28],
  ["GRADE_4", 38],
];

/** What a member admitted as a household of its own suffers from: its ground. */
const ADMISSION_CONDITIONS: readonly (readonly [Omit<Condition, "unable">, number])[] = [
  [{ disability: { category: "PHYSICAL", grade: "GRADE_1" }, seriouslyIll: false }, 2],
  [{ disability: { category: "MENTAL", grade: "GRADE_2" }, seriouslyIll: false }, 2],
  [{ disability: { category: "INTELLECTUAL", grade: "GRADE_3" }, seriouslyIll: false }, 3],
  [{ disability: { category: "MENTAL", grade: "GRADE_3" }, seriouslyIll: false }, 2],
  [{ disability: null, seriouslyIll: true }, 2],
];

/** Draws the health of every person; families in difficulty have more to bear. */
export function drawConditions(
  plan: HouseholdPlan,
  identities: readonly Identity[],
  stream: RandomStream,
): readonly Condition[] {
  const poor = plan.group !== "ORDINARY";
  const admitted = plan.group === "SINGLE_HOUSEHOLD" ? admittedMember(identities) : null;
  return identities.map((identity) => {
    if (identity === admitted) {
      return { ...stream.weighted(ADMISSION_CONDITIONS), unable: true };
    }
    if (identity.slot.role !== "MEMBER") return WELL;
    const disabled = stream.chance((poor ? 0.16 : 0.035) * (identity.age < 18 ? 0.3 : 1));
    const disability = disabled
      ? { category: stream.weighted(CATEGORIES), grade: stream.weighted(GRADES) }
      : null;
    const seriouslyIll = identity.age > 30 && stream.chance(poor ? 0.09 : 0.012);
    const unable = seriouslyIll || (disability !== null && keepsFromWork(disability));
    return disability || seriouslyIll ? { disability, seriouslyIll, unable } : WELL;
  });
}

/** The one whom a single-household admission is about: the grown-up child of the house. */
export function admittedMember(identities: readonly Identity[]): Identity | null {
  return (
    identities.find(({ slot }) => slot.kinship === "SON" || slot.kinship === "DAUGHTER") ?? null
  );
}

const WELL: Condition = { disability: null, seriouslyIll: false, unable: false };

function keepsFromWork({ category, grade }: NonNullable<Condition["disability"]>): boolean {
  return (
    grade === "GRADE_1" ||
    grade === "GRADE_2" ||
    category === "MENTAL" ||
    category === "INTELLECTUAL"
  );
}
