import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../department/context.js";
import { bilingual } from "../../department/descriptions.js";
import { Open } from "../../department/governed.js";
import { HubError } from "../../errors.js";
import { cursorOf, pageOf, positionOf } from "./page-of.js";
import { DataIssueFilterInput } from "./inputs.js";
import { DataIssueConnection, DataIssueStatistics } from "./types.js";

/** The most issues of one page. */
const MAXIMUM_PAGE = 200;

/** Data issues as they stand, gathered from the departments that keep them. */
@Resolver()
export class DataIssueResolver {
  @Open()
  @Query(() => DataIssueConnection, {
    description: bilingual(
      "本部门提出或负责答复的校核，新的在前，每页最多 200 条；未答复的部门列于 unanswered。",
      "The data issues that the caller's department reported or owns, within its divisions, the latest first, at most 200 a page. Departments that did not answer are named.",
    ),
  })
  async dataIssues(
    @Arg("filter", () => DataIssueFilterInput, { nullable: true })
    given: DataIssueFilterInput | null,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<DataIssueConnection> {
    if (first < 1 || first > MAXIMUM_PAGE) {
      throw new HubError("BAD_USER_INPUT", `a page holds 1 to ${MAXIMUM_PAGE} issues`, {
        argument: "first",
      });
    }
    const { department, ...filter } = given ?? {};
    const position = after === null || after === undefined ? null : positionOf(after);
    const question = { filter: { ...filter }, first: first + 1, after: position };
    const gathered = await ctx.resources.desks.gather(
      (desk) => desk.issues(question, ctx),
      department,
    );
    const { issues, hasNextPage, total, unanswered } = pageOf(gathered, first);
    const edges = issues.map((node) => ({ node, cursor: cursorOf(node) }));
    return {
      edges,
      pageInfo: {
        hasNextPage,
        hasPreviousPage: position !== null,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
      totalCount: total,
      unanswered,
    };
  }

  @Open()
  @Query(() => [DataIssueStatistics], {
    description: bilingual(
      "各部门办理校核的情况。",
      "How each department answers data issues, in the order of the departments.",
    ),
  })
  async dataIssueStatistics(@Ctx() ctx: RequestContext): Promise<DataIssueStatistics[]> {
    const gathered = await ctx.resources.desks.gather((desk) => desk.statistics(ctx));
    return gathered.map(({ subgraph, answer }) => ({
      department: subgraph.identity.name,
      available: answer !== null,
      ...answer,
    }));
  }
}
