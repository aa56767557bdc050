import { Ctx, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../../src/department/context.js";
import { oneBy } from "../../../src/department/loader.js";
import type { KnownPerson } from "../../../src/department/known-person.js";
import { Governed } from "./identity.js";
import { veteran } from "./tables.js";
import { Person, Veteran } from "./types.js";

const veteranByPerson = oneBy(veteran, veteran.person);

@Resolver(() => Person)
export class PersonResolver {
  @Governed(() => Veteran, {
    zh: "优抚",
    en: "Veteran's treatment",
    sensitivity: "PERSONAL",
    duties: "1.2 3.2",
  })
  veteran(@Root() person: KnownPerson, @Ctx() ctx: RequestContext) {
    return ctx.load(veteranByPerson, person.person);
  }
}
