import { Ctx, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../../src/department/context.js";
import type { KnownPerson } from "../../../src/department/known-person.js";
import { Governed } from "../identity.js";
import * as load from "../loaders.js";
import { Person } from "../types/person.js";
import { MedicalInsurance } from "../types/medical-insurance.js";

/** A natural person, to whom each department contributes its own records: what is looked up. */
@Resolver(() => Person)
export class PersonResolver {
  @Governed(() => MedicalInsurance, {
    zh: "基本医疗保险",
    en: "Basic medical insurance",
    sensitivity: "HEALTH",
    duties: "1.2 1.3 1.4 2.3 3.2 10.3 11.1 13.1 13.2",
  })
  medicalInsurance(@Root() person: KnownPerson, @Ctx() ctx: RequestContext) {
    return ctx.load(load.medicalInsuranceByPerson, person.person);
  }
}
