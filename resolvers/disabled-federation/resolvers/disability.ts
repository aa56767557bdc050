import { Ctx, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../../src/department/context.js";
import { Governed } from "../identity.js";
import { disability } from "../tables.js";
import { Disability } from "../types/disability.js";

type DisabilityRow = typeof disability.$inferSelect;

/** Disability registration: what is sealed at rest. */
@Resolver(() => Disability)
export class DisabilityResolver {
  @Governed(() => String, {
    zh: "残疾人证号",
    en: "Number of the disability certificate",
    sensitivity: "HEALTH",
    duties: "3.2",
    reads: [disability.certificateNumber],
  })
  certificateNumber(@Root() row: DisabilityRow, @Ctx() ctx: RequestContext) {
    return ctx.open(disability.certificateNumber, row.certificateNumber, row.person);
  }

  @Governed(() => String, {
    zh: "补贴发放银行账号",
    en: "Bank account the subsidies are paid to",
    sensitivity: "FINANCIAL",
    sharing: "NOT_SHARED",
    duties: "",
    reads: [disability.bankAccount],
  })
  bankAccount(@Root() row: DisabilityRow, @Ctx() ctx: RequestContext) {
    return ctx.open(disability.bankAccount, row.bankAccount, row.person);
  }
}
