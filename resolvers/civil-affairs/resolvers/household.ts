import { Ctx, Resolver, Root } from "type-graphql";
import { ExpectedRows } from "../../../src/department/expected-rows.js";
import type { RequestContext } from "../../../src/department/context.js";
import { Governed } from "../identity.js";
import * as load from "../loaders.js";
import { findMembers, MEMBERSHIP_COLUMNS } from "../members.js";
import type { HouseholdRow } from "../rows.js";
import { Household } from "../types/household.js";
import { Person } from "../types/person.js";
import { Assistance } from "../types/assistance.js";
import { Declaration } from "../types/declaration.js";
import { PovertyIndex } from "../types/poverty-index.js";
import { SingleHouseholdAdmission } from "../types/single-household-admission.js";
import { VerificationSummary } from "../types/verification-summary.js";

/** Household: the members who live together: what is looked up. */
@Resolver(() => Household)
export class HouseholdResolver {
  @ExpectedRows(4)
  @Governed(() => [Person], {
    zh: "共同生活家庭成员",
    en: "Co-living members",
    sensitivity: "PERSONAL",
    duties: "1.2 1.3 1.4 2.1 2.3 4.1 13.1 16.1 18.1",
    reads: MEMBERSHIP_COLUMNS,
    sparse: true,
  })
  members(@Root() household: HouseholdRow, @Ctx() ctx: RequestContext) {
    return findMembers(household, "MEMBER", ctx);
  }

  @ExpectedRows(2)
  @Governed(() => [Person], {
    zh: "非共同生活赡抚扶养人",
    en: "Persons obliged to support who do not live with the household",
    sensitivity: "PERSONAL",
    duties: "1.2 1.4",
    reads: MEMBERSHIP_COLUMNS,
    sparse: true,
  })
  obligors(@Root() household: HouseholdRow, @Ctx() ctx: RequestContext) {
    return findMembers(household, "OBLIGOR", ctx);
  }

  @Governed(() => [Assistance], {
    zh: "社会救助待遇",
    en: "Social assistance received",
    sensitivity: "PERSONAL",
    duties: "1.2 1.3 1.4 2.1 2.2 2.3 3.2 11.1 12.1 13.1 18.1",
  })
  assistance(@Root() household: HouseholdRow, @Ctx() ctx: RequestContext) {
    return ctx.load(load.assistanceByHousehold, household.id);
  }

  @Governed(() => Declaration, {
    zh: "申报的家庭经济状况",
    en: "Economic situation as declared",
    sensitivity: "FINANCIAL",
    duties: "1.2",
  })
  declaration(@Root() household: HouseholdRow, @Ctx() ctx: RequestContext) {
    return ctx.load(load.declarationByHousehold, household.id);
  }

  @Governed(() => PovertyIndex, {
    zh: "多维度贫困指标",
    en: "Multidimensional poverty index",
    sensitivity: "PERSONAL",
    duties: "2.3",
  })
  povertyIndex(@Root() household: HouseholdRow, @Ctx() ctx: RequestContext) {
    return ctx.load(load.povertyIndexByHousehold, household.id);
  }

  @Governed(() => [SingleHouseholdAdmission], {
    zh: "单独列户纳入低保情形",
    en: "Members admitted to minimum living as a household of their own",
    sensitivity: "PERSONAL",
    duties: "2.3",
  })
  singleHouseholdAdmission(@Root() household: HouseholdRow, @Ctx() ctx: RequestContext) {
    return ctx.load(load.admissionsByHousehold, household.id);
  }

  @Governed(() => VerificationSummary, {
    zh: "最近一次核对结论",
    en: "Conclusion of the latest verification",
    sensitivity: "PERSONAL",
    duties: "1.2 1.3 1.4 2.1 18.1",
  })
  latestVerification(@Root() household: HouseholdRow, @Ctx() ctx: RequestContext) {
    return ctx.load(load.verificationByHousehold, household.id);
  }
}
