import type { HouseholdPlan } from "../household-plan.js";
import type { HouseholdIncome, PersonDraft } from "../person-draft.js";
import type { RandomStream } from "../random-stream.js";

/** What is settled about a household before its people's records are written. */
export interface RecordContext {
  readonly plan: HouseholdPlan;
  readonly stream: RandomStream;
  /** Everybody of the family, the head first. */
  readonly drafts: readonly PersonDraft[];
  readonly income: HouseholdIncome;
  /** Where the family lives, with house number. */
  readonly address: string;
  /** Member whose treatment brought the family into expenditure-type poverty; null in other families. */
  readonly patient: PersonDraft | null;
}

/** Number of co-living members. */
export function countMembers(context: RecordContext): number {
  return context.drafts.filter(({ identity }) => identity.slot.role === "MEMBER").length;
}
