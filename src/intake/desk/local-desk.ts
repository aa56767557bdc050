import type { RequestContext } from "../../department/context.js";
import { patiently } from "../../department/patience.js";
import { isSameBody } from "../../policy/register/register.js";
import { answerIssue } from "../issues/answer-issue.js";
import { findIssues } from "../issues/find-issues.js";
import { issueStatistics } from "../issues/issue-statistics.js";
import type { Keeper } from "../issues/keeper.js";
import { reportIssue, type IssueRow } from "../issues/report-issue.js";
import { showIssues } from "../issues/show-issues.js";
import type { ShownIssue } from "../issues/issue-papers.js";
import { sourceStates } from "../sources/source-states.js";
import type { Desk } from "./desk.js";

/** A division that no jurisdiction holds. */
const SOMEWHERE_ELSE = "";

/** The desk of a department whose tables this process reaches. */
export function localDesk(keeper: Keeper): Desk {
  const { subgraph, database } = keeper;
  const { identity, definition } = subgraph;
  const wait = <T>({ resources }: RequestContext, answer: Promise<T>) =>
    patiently(resources, { department: identity, database }, answer);
  const one = async (row: IssueRow, ctx: RequestContext) =>
    (await showIssues(keeper, [row], ctx))[0] as ShownIssue;
  return {
    async divisionOf(type, key, ctx) {
      const entity = definition.entities[type];
      const found = await entity?.find(key, ctx);
      if (found === null || found === undefined) return null;
      return entity?.division?.(found as never) ?? SOMEWHERE_ELSE;
    },
    report: (report, ctx) =>
      wait(
        ctx,
        reportIssue(keeper, report, ctx).then((row) => one(row, ctx)),
      ),
    answer: (answer, ctx) =>
      wait(
        ctx,
        answerIssue(keeper, answer, ctx).then((row) => one(row, ctx)),
      ),
    issues: (question, ctx) =>
      wait(
        ctx,
        (async () => {
          const { caller, resources } = ctx;
          const { register } = resources.policy();
          const owns = isSameBody(register, identity.name, caller.department);
          const looking = { department: identity.slug, caller, owns };
          const { rows, total } = await findIssues(database, question, looking);
          return { issues: await showIssues(keeper, rows, ctx), total };
        })(),
      ),
    statistics: (ctx) => wait(ctx, issueStatistics(database, identity.slug, ctx.caller.date)),
    sources: (ctx) => wait(ctx, sourceStates(keeper)),
  };
}
