import { Ctx, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../../src/department/context.js";
import type { KnownPerson } from "../../../src/department/known-person.js";
import { Governed } from "../identity.js";
import * as load from "../loaders.js";
import { Person } from "../types/person.js";
import { Agriculture } from "../types/agriculture.js";

/** A natural person, to whom each department contributes its own records: what is looked up. */
@Resolver(() => Person)
export class PersonResolver {
  @Governed(() => Agriculture, {
    zh: "农业农村登记",
    en: "Agriculture and rural affairs registration",
    sensitivity: "PERSONAL",
    duties: "1.2 2.1 4.1 16.1",
  })
  agriculture(@Root() person: KnownPerson, @Ctx() ctx: RequestContext) {
    return ctx.load(load.agricultureByPerson, person.person);
  }
}
