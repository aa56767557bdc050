import { Ctx, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../../src/department/context.js";
import { Governed } from "../identity.js";
import * as load from "../loaders.js";
import type { MarriageRow } from "../rows.js";
import { marriage } from "../tables.js";
import { Marriage } from "../types/marriage.js";
import { Person } from "../types/person.js";

/** Marriage registration: what is looked up. */
@Resolver(() => Marriage)
export class MarriageResolver {
  @Governed(() => Person, {
    zh: "配偶",
    en: "Spouse",
    sensitivity: "PERSONAL",
    duties: "1.2 17.2 18.1",
    reads: [marriage.spouse],
  })
  spouse(@Root() registration: MarriageRow, @Ctx() ctx: RequestContext) {
    return registration.spouse ? ctx.load(load.personByKey, registration.spouse) : null;
  }
}
