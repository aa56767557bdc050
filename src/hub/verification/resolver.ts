import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import {
  eventsOf,
  findReport,
  findVerification,
  findingsOf,
  objectionsOf,
} from "../../casework/find-verifications.js";
import { issueCode } from "../../casework/report-codes.js";
import { objection as objections } from "../../casework/tables.js";
import type { RequestContext } from "../../department/context.js";
import { bilingual } from "../../department/descriptions.js";
import { Duties } from "../../department/governed.js";
import { openCell } from "../../sealing/sealed-rows.js";
import { within } from "./admit.js";
import { shownFinding, shownVerification } from "./shown.js";
import {
  IssuedCode,
  ReportDocument,
  Verification,
  VerificationEvent,
  VerificationFinding,
  VerificationObjection,
} from "./types.js";
import { VERIFYING_DUTIES } from "./verification-field.js";

/** One verification, and everything about it. */
@Resolver(() => Verification)
export class VerificationResolver {
  @Duties(VERIFYING_DUTIES)
  @Query(() => Verification, {
    nullable: true,
    description: bilingual(
      "按编号查一次核对；无此编号为 null，辖区外报 OUT_OF_JURISDICTION。",
      "One verification by its number. Null where there is none; OUT_OF_JURISDICTION outside the caller's divisions.",
    ),
  })
  async verification(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext) {
    const row = await ctx.askHub((database) => findVerification(database, id));
    return row && shown(within(row, ctx), ctx);
  }

  @Duties(VERIFYING_DUTIES)
  @FieldResolver(() => [VerificationFinding], {
    description: bilingual("疑点及其处置。", "Findings, and what was done about each."),
  })
  async findings(
    @Root() { id }: Verification,
    @Ctx() ctx: RequestContext,
  ): Promise<VerificationFinding[]> {
    const { sealing } = ctx.resources;
    return ctx.askHub(async (database) => {
      const issued = await findReport(database, sealing, id);
      const rows = await findingsOf(database, id);
      return rows.map((row) => shownFinding(row, issued?.report ?? null));
    });
  }

  @Duties(VERIFYING_DUTIES)
  @FieldResolver(() => [VerificationObjection], {
    description: bilingual("异议及其答复。", "Objections, and what came of each."),
  })
  async objections(
    @Root() { id }: Verification,
    @Ctx() ctx: RequestContext,
  ): Promise<VerificationObjection[]> {
    const rows = await ctx.askHub((database) => objectionsOf(database, id));
    const { sealing } = ctx.resources;
    return rows.map((row) => ({
      ...row,
      statement: openCell(sealing, objections.statement, row.statement, row.id) ?? "",
    }));
  }

  @Duties(VERIFYING_DUTIES)
  @FieldResolver(() => [VerificationEvent], {
    description: bilingual("办理过程，按先后。", "Everything that happened to it, in order."),
  })
  history(@Root() { id }: Verification, @Ctx() ctx: RequestContext): Promise<VerificationEvent[]> {
    return ctx.askHub((database) => eventsOf(database, id));
  }

  @Duties(VERIFYING_DUTIES)
  @FieldResolver(() => IssuedCode, {
    description: bilingual(
      "最新报告的签发日与核对码，凭编号和核对码可在 /reports/check 查验。",
      "Day of issue and code of the latest report; number and code are checked at /reports/check.",
    ),
  })
  async issued(@Root() { id }: Verification, @Ctx() ctx: RequestContext): Promise<IssuedCode> {
    const { sealing } = ctx.resources;
    const issued = await ctx.askHub((database) => findReport(database, sealing, id));
    if (!issued) throw new Error(`verification ${id} has no report`);
    const { issuedOn, report } = issued;
    return { issuedOn, code: issueCode(sealing, report, issued).code };
  }

  @Duties(VERIFYING_DUTIES)
  @FieldResolver(() => ReportDocument, {
    nullable: true,
    description: bilingual(
      "核对报告全文；默认最新版次，无此版次为 null。",
      "The whole report, the latest version unless given; null for a version that there is not.",
    ),
  })
  async report(
    @Root() { id }: Verification,
    @Arg("version", () => Int, { nullable: true }) version: number | null,
    @Ctx() ctx: RequestContext,
  ) {
    const issued = await ctx.askHub((database) =>
      findReport(database, ctx.resources.sealing, id, version ?? undefined),
    );
    return issued?.report ?? null;
  }
}

/** A verification as it is shown today. */
export function shown(row: Parameters<typeof shownVerification>[0], ctx: RequestContext) {
  const { date } = ctx.caller;
  return shownVerification(row, ctx.resources.casework.parameters(date), date);
}
