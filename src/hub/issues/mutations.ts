import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import { codeEnum } from "../../department/code-enum.js";
import type { RequestContext } from "../../department/context.js";
import { bilingual } from "../../department/descriptions.js";
import { Open } from "../../department/governed.js";
import { HubError } from "../../errors.js";
import { DISPUTED_RECORD } from "../../intake/issues/disputed-record.js";
import { findDisputed } from "../../intake/issues/find-disputed.js";
import type { IssueAnswer, ShownIssue } from "../../intake/issues/issue-papers.js";
import { said } from "../verification/admit.js";
import { DataIssueOutcome } from "./codes.js";
import { ReportDataIssueInput } from "./inputs.js";
import { DataIssue } from "./types.js";

/** What is done with data issues (校核). Open to every duty: what may be reported is what may be read. */
@Resolver()
export class DataIssueMutations {
  @Open()
  @Mutation(() => DataIssue, {
    description: bilingual(
      "对有权读取的字段提出校核；办结前所有读取者可见该记录存在异议。无权读取的，按读取时的错误拒绝。",
      "Reports that a field which the caller may read is wrong; until it is closed every reader sees the record in dispute. Whoever may not read it gets the error that reading it gets.",
    ),
  })
  async reportDataIssue(
    @Arg("input", () => ReportDataIssueInput) input: ReportDataIssueInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ShownIssue> {
    const shouldBe = said(input.shouldBe, "input.shouldBe");
    const valueSeen =
      typeof input.valueSeen === "string" ? said(input.valueSeen, "input.valueSeen") : null;
    if (input.evidence.length === 0) {
      throw new HubError("BAD_USER_INPUT", "an issue comes with at least one document", {
        argument: "input.evidence",
      });
    }
    const evidence = input.evidence.map((one) => said(one, "input.evidence"));
    const { keeper, disputed } = await findDisputed(
      {
        coordinate: input.coordinate,
        idNumber: input.idNumber ?? null,
        householdId: input.householdId ?? null,
        where: (input.record ?? []).map(({ field, value }) => ({ field, value })),
      },
      ctx,
    );
    if (disputed.person) ctx.concern("Person", disputed.person);
    if (disputed.householdId) ctx.concern("Household", disputed.householdId);
    const record = ctx.seal(DISPUTED_RECORD, JSON.stringify(disputed));
    return keeper.desk.report({ record, valueSeen, shouldBe, evidence }, ctx);
  }

  @Open()
  @Mutation(() => DataIssue, {
    description: bilingual(
      "责任部门答复校核；该记录再无未办结校核时，异议标记随之消除。非责任部门报 FIELD_NOT_AUTHORIZED。",
      "The owner answers; with the last open issue of a record its dispute ends. FIELD_NOT_AUTHORIZED for who is not the owner.",
    ),
  })
  resolveDataIssue(
    @Arg("id", () => ID) id: string,
    @Arg("outcome", codeEnum(DataIssueOutcome)) outcome: DataIssueOutcome,
    @Arg("explanation", () => String) explanation: string,
    @Ctx() ctx: RequestContext,
  ): Promise<ShownIssue> {
    return this.close({ id, outcome, explanation: said(explanation, "explanation") }, ctx);
  }

  @Open()
  @Mutation(() => DataIssue, {
    description: bilingual(
      "提出部门撤回校核，须说明理由。",
      "The department that reported an issue withdraws it, with a reason.",
    ),
  })
  withdrawDataIssue(
    @Arg("id", () => ID) id: string,
    @Arg("reason", () => String) reason: string,
    @Ctx() ctx: RequestContext,
  ): Promise<ShownIssue> {
    return this.close({ id, outcome: "WITHDRAWN", explanation: said(reason, "reason") }, ctx);
  }

  private close(answer: IssueAnswer, ctx: RequestContext): Promise<ShownIssue> {
    const desk = ctx.resources.desks.ofIssue(answer.id);
    if (desk) return desk.answer(answer, ctx);
    throw new HubError("BAD_USER_INPUT", "there is no such issue", { argument: "id" });
  }
}
