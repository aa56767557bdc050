import { Ctx, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../../src/department/context.js";
import { Governed } from "../identity.js";
import * as load from "../loaders.js";
import type { AdmissionRow } from "../rows.js";
import { SingleHouseholdAdmission } from "../types/single-household-admission.js";
import { Person } from "../types/person.js";

/** A member admitted to minimum living as a household of its own: what is looked up. */
@Resolver(() => SingleHouseholdAdmission)
export class SingleHouseholdAdmissionResolver {
  @Governed(() => Person, {
    zh: "单独列户的成员",
    en: "The member admitted",
    sensitivity: "PERSONAL",
    duties: "2.3",
  })
  person(@Root() admission: AdmissionRow, @Ctx() ctx: RequestContext) {
    return ctx.load(load.personByKey, admission.person);
  }
}
