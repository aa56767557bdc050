import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { VerificationState } from "../../codes/verification-codes.js";
import { codeEnum } from "../../department/code-enum.js";
import { bilingual } from "../../department/descriptions.js";
import { Duties } from "../../department/governed.js";
import { PageInfo } from "../../department/page.js";
import { Verification } from "./types.js";
import { OfVerification, VERIFYING_DUTIES } from "./verification-field.js";

/** The order of a list of verifications. */
export const VerificationOrder = { LATEST: "LATEST", OVERDUE_FIRST: "OVERDUE_FIRST" } as const;
export type VerificationOrder = keyof typeof VerificationOrder;
registerEnumType(VerificationOrder, {
  name: "VerificationOrder",
  description: bilingual("核对列表的次序。", "The order of a list of verifications."),
  valuesConfig: {
    LATEST: { description: bilingual("新的在前。", "The latest first.") },
    OVERDUE_FIRST: {
      description: bilingual(
        "超时未处置的在前，同类中新的在前。",
        "Those that are overdue before the others; the latest first among either.",
      ),
    },
  },
});

@ObjectType("VerificationEdge", {
  description: bilingual("核对列表中的一项。", "One verification of a list."),
})
export class VerificationEdge {
  @OfVerification(() => Verification, "核对。", "The verification.")
  node!: Verification;

  @OfVerification(() => String, "游标。", "Cursor, for `after`.")
  cursor!: string;
}

@ObjectType("VerificationConnection", {
  description: bilingual("核对列表。", "A page of verifications in the order asked for."),
})
export class VerificationConnection {
  @OfVerification(() => [VerificationEdge], "本页。", "The page.")
  edges!: readonly VerificationEdge[];

  @Duties(VERIFYING_DUTIES)
  @Field(() => PageInfo, { description: bilingual("分页信息。", "About the page.") })
  pageInfo!: PageInfo;

  /** Counts them, for whoever asks how many there are. */
  count!: () => Promise<number>;
}

@ObjectType("VerificationStateCount", {
  description: bilingual("某一办理状态的核对数。", "How many verifications are in a state."),
})
export class VerificationStateCount {
  @OfVerification(codeEnum(VerificationState), "办理状态。", "The state.")
  state!: VerificationState;

  @OfVerification(() => Int, "件数。", "How many.")
  count!: number;

  @OfVerification(() => Int, "其中超时未处置的件数。", "How many of these are overdue.")
  overdue!: number;
}

@ObjectType("VerificationCounts", {
  description: bilingual("核对的件数。", "How many verifications there are."),
})
export class VerificationCounts {
  @OfVerification(() => Int, "总数。", "All of them.")
  total!: number;

  @OfVerification(() => Int, "超时未处置的件数。", "How many are overdue.")
  overdue!: number;

  @OfVerification(
    () => [VerificationStateCount],
    "按办理状态，状态无核对的为 0。",
    "By state; 0 for a state that none is in.",
  )
  byState!: readonly VerificationStateCount[];
}
