import { Ctx, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../../src/department/context.js";
import type { KnownPerson } from "../../../src/department/known-person.js";
import { Governed } from "../identity.js";
import * as load from "../loaders.js";
import { Person } from "../types/person.js";
import { Disability } from "../types/disability.js";

/** A natural person, to whom each department contributes its own records: what is looked up. */
@Resolver(() => Person)
export class PersonResolver {
  @Governed(() => Disability, {
    zh: "残疾登记",
    en: "Disability registration",
    sensitivity: "HEALTH",
    duties: "1.2 1.3 2.3 3.1 3.2 10.3 12.1 13.1 13.2",
  })
  disability(@Root() person: KnownPerson, @Ctx() ctx: RequestContext) {
    return ctx.load(load.disabilityByPerson, person.person);
  }
}
