import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import { findVerification } from "../../casework/find-verifications.js";
import { submitVerification } from "../../casework/submit.js";
import { verifyAgain } from "../../casework/verify-again.js";
import {
  disposeFinding,
  extendVerification,
  objectionById,
  raiseObjection,
  resolveObjection,
  verificationOfFinding,
} from "../../casework/work-on-findings.js";
import { FindingDisposition } from "../../codes/verification-codes.js";
import { codeEnum } from "../../department/code-enum.js";
import type { RequestContext } from "../../department/context.js";
import { bilingual } from "../../department/descriptions.js";
import { Duties } from "../../department/governed.js";
import { HubError } from "../../errors.js";
import { VERIFICATION_DUTY } from "../../verification/reading/household-operation.js";
import { actor, admitted, said } from "./admit.js";
import { applicationFrom } from "./application-from.js";
import { RaiseObjectionInput, SubmitVerificationInput } from "./inputs.js";
import { shown } from "./resolver.js";
import { Verification } from "./types.js";
import { VERIFYING_DUTIES } from "./verification-field.js";

/** What is done with verifications. */
@Resolver()
export class VerificationMutations {
  @Duties(VERIFYING_DUTIES)
  @Mutation(() => Verification, {
    description: bilingual(
      "提请核对一户并出具报告。参数有误报 BAD_USER_INPUT（argument、reason），申请时成员未授权报 CONSENT_REQUIRED；不作决定。",
      "Verifies a household and makes its report. BAD_USER_INPUT names argument and reason; CONSENT_REQUIRED where a member of an applying family has not consented. It decides nothing.",
    ),
  })
  async submitVerification(
    @Arg("input", () => SubmitVerificationInput) input: SubmitVerificationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<Verification> {
    const { caller, resources } = ctx;
    const application = applicationFrom(input, VERIFICATION_DUTY, caller.case ?? "");
    const row = await submitVerification(
      resources.casework,
      application,
      { ...caller, case: application.case },
      actor(ctx),
    );
    return shown(row, ctx);
  }

  @Duties(VERIFYING_DUTIES)
  @Mutation(() => Verification, {
    description: bilingual(
      "处置疑点，须说明理由；可重新处置。",
      "Disposes of a finding, with a reason; it may be disposed of anew.",
    ),
  })
  async disposeFinding(
    @Arg("id", () => ID) id: string,
    @Arg("disposition", codeEnum(FindingDisposition)) disposition: FindingDisposition,
    @Arg("reason", () => String) reason: string,
    @Ctx() ctx: RequestContext,
  ): Promise<Verification> {
    const why = said(reason, "reason");
    const verificationId = await ctx.askHub((database) => verificationOfFinding(database, id));
    await admitted(ctx, verificationId, "id");
    const acting = { by: actor(ctx), verificationId };
    await disposeFinding(ctx.resources.casework, id, disposition, why, acting);
    return this.after(ctx, verificationId);
  }

  @Duties(VERIFYING_DUTIES)
  @Mutation(() => Verification, {
    description: bilingual(
      "家庭对疑点提出异议，须附佐证；该疑点恢复待处置。",
      "A family objects to a finding, with evidence; the finding is open again.",
    ),
  })
  async raiseObjection(
    @Arg("input", () => RaiseObjectionInput) input: RaiseObjectionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<Verification> {
    const statement = said(input.statement, "input.statement");
    const evidence = input.evidence.map((one) => one.trim()).filter((one) => one !== "");
    if (evidence.length === 0) {
      throw new HubError("BAD_USER_INPUT", "an objection comes with at least one document", {
        argument: "input.evidence",
      });
    }
    const { findingId } = input;
    const verificationId = await ctx.askHub((database) =>
      verificationOfFinding(database, findingId),
    );
    await admitted(ctx, verificationId, "input.findingId");
    const acting = { by: actor(ctx), verificationId };
    await raiseObjection(ctx.resources.casework, { findingId, statement, evidence }, acting);
    return this.after(ctx, verificationId);
  }

  @Duties(VERIFYING_DUTIES)
  @Mutation(() => Verification, {
    description: bilingual(
      "答复异议并随即重新核对，出具新版报告。",
      "Resolves an objection and verifies anew at once: the answer has the next report.",
    ),
  })
  async resolveObjection(
    @Arg("id", () => ID) id: string,
    @Arg("accepted", () => Boolean) accepted: boolean,
    @Arg("resolution", () => String) resolution: string,
    @Ctx() ctx: RequestContext,
  ): Promise<Verification> {
    const why = said(resolution, "resolution");
    const { verificationId } = await ctx.askHub((database) => objectionById(database, id));
    const row = await admitted(ctx, verificationId, "id");
    const by = actor(ctx);
    const { casework } = ctx.resources;
    await resolveObjection(casework, id, accepted, why, { by, verificationId });
    await verifyAgain(casework, row, ctx.caller, by, `objection ${id} resolved`);
    return this.after(ctx, verificationId);
  }

  @Duties(VERIFYING_DUTIES)
  @Mutation(() => Verification, {
    description: bilingual(
      "延长决定期限一次，须说明理由。",
      "Extends the time for the decision, once, with a reason.",
    ),
  })
  async extendVerification(
    @Arg("id", () => ID) id: string,
    @Arg("reason", () => String) reason: string,
    @Ctx() ctx: RequestContext,
  ): Promise<Verification> {
    const why = said(reason, "reason");
    await admitted(ctx, id, "id");
    const acting = { by: actor(ctx), verificationId: id };
    await extendVerification(ctx.resources.casework, why, acting);
    return this.after(ctx, id);
  }

  /** How the verification stands now. */
  private async after(ctx: RequestContext, id: string): Promise<Verification> {
    const row = await ctx.askHub((database) => findVerification(database, id));
    if (!row) throw new Error(`verification ${id} is gone`);
    return shown(row, ctx);
  }
}
