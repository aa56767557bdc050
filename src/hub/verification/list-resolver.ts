import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { overdueBefore } from "../../casework/clocks.js";
import {
  countByState,
  countVerifications,
  listVerifications,
  type VerificationPlace,
  type Wanted,
} from "../../casework/list-verifications.js";
import type { RequestContext } from "../../department/context.js";
import { bilingual } from "../../department/descriptions.js";
import { Duties } from "../../department/governed.js";
import { HubError } from "../../errors.js";
import { within } from "./admit.js";
import { VerificationFilterInput } from "./inputs.js";
import { VerificationConnection, VerificationCounts, VerificationOrder } from "./list-types.js";
import { shown } from "./resolver.js";
import type { Verification } from "./types.js";
import { VERIFYING_DUTIES } from "./verification-field.js";

/** The most verifications on one page. */
const MAXIMUM_PAGE = 100;

/** Marks the cursor of a verification that was overdue when it was listed among the first. */
const OVERDUE = "overdue:";

/** Lists of verifications, and their counts. */
@Resolver(() => VerificationConnection)
export class VerificationListResolver {
  @Duties(VERIFYING_DUTIES)
  @Query(() => VerificationConnection, {
    description: bilingual(
      "辖区内的核对，新的在前（或按 order），每页最多 100 项。",
      "Verifications within the caller's divisions, the latest first unless `order` says otherwise, at most 100 a page.",
    ),
  })
  async verifications(
    @Arg("filter", () => VerificationFilterInput, { nullable: true })
    filter: VerificationFilterInput | null,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Arg("order", () => VerificationOrder, { defaultValue: VerificationOrder.LATEST })
    order: VerificationOrder,
    @Ctx() ctx: RequestContext,
  ): Promise<VerificationConnection> {
    if (first < 1 || first > MAXIMUM_PAGE) {
      throw new HubError("BAD_USER_INPUT", `a page holds 1 to ${MAXIMUM_PAGE} verifications`, {
        argument: "first",
      });
    }
    const wanted = wantedBy(ctx, filter);
    const overdueFirst = order === "OVERDUE_FIRST";
    const page = { first: first + 1, after: after ? placeFrom(after) : null, overdueFirst };
    const rows = await ctx.askHub((database) => listVerifications(database, wanted, page));
    const edges = rows.slice(0, first).map((row) => {
      const node = shown(within(row, ctx), ctx);
      return { node, cursor: cursorOf(node, overdueFirst) };
    });
    return {
      edges,
      pageInfo: {
        hasNextPage: rows.length > first,
        hasPreviousPage: page.after !== null,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
      count: () => ctx.askHub((database) => countVerifications(database, wanted)),
    };
  }

  @Duties(VERIFYING_DUTIES)
  @FieldResolver(() => Int, {
    description: bilingual("符合条件的总数。", "How many there are in all."),
  })
  totalCount(@Root() { count }: VerificationConnection): Promise<number> {
    return count();
  }

  @Duties(VERIFYING_DUTIES)
  @Query(() => VerificationCounts, {
    description: bilingual(
      "辖区内符合条件的核对件数，按办理状态，含超时未处置的。",
      "How many verifications within the caller's divisions there are, by state, and how many are overdue.",
    ),
  })
  async verificationCounts(
    @Arg("filter", () => VerificationFilterInput, { nullable: true })
    filter: VerificationFilterInput | null,
    @Ctx() ctx: RequestContext,
  ): Promise<VerificationCounts> {
    const wanted = wantedBy(ctx, filter);
    const byState = await ctx.askHub((database) => countByState(database, wanted));
    const sum = (of: "count" | "overdue") => byState.reduce((all, one) => all + one[of], 0);
    return { total: sum("count"), overdue: sum("overdue"), byState };
  }
}

function wantedBy(
  { caller, resources }: RequestContext,
  filter: VerificationFilterInput | null,
): Wanted {
  const { date, jurisdiction } = caller;
  const before = overdueBefore(date, resources.casework.parameters(date));
  return { filter: filter ?? {}, jurisdiction, overdueBefore: before };
}

const cursorOf = ({ id, overdue }: Verification, overdueFirst: boolean) =>
  overdueFirst && overdue ? `${OVERDUE}${id}` : id;

function placeFrom(cursor: string): VerificationPlace {
  const overdue = cursor.startsWith(OVERDUE);
  return { id: overdue ? cursor.slice(OVERDUE.length) : cursor, overdue };
}
