import { Ctx, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../../src/department/context.js";
import type { KnownPerson } from "../../../src/department/known-person.js";
import { manyInView, oneInView } from "../../../src/department/live/view-loader.js";
import { oneBy } from "../../../src/department/loader.js";
import { Governed } from "./identity.js";
import { careAssessment } from "./tables.js";
import { CareAllowance, CareAssessment, CareBed, Person } from "./types.js";
import { careAllowance, careBed } from "./views.js";

const assessmentByPerson = oneBy(careAssessment, careAssessment.person);
const allowancesByPerson = manyInView(
  careAllowance,
  { idNumber: careAllowance.idNumber },
  careAllowance.paidSince,
);
const bedByPerson = oneInView(careBed, { idNumber: careBed.idNumber });

@Resolver(() => Person)
export class PersonResolver {
  @Governed(() => CareAssessment, {
    zh: "能力评估",
    en: "Assessment",
    sensitivity: "PERSONAL",
    duties: "1.2 3.2",
  })
  careAssessment(@Root() person: KnownPerson, @Ctx() ctx: RequestContext) {
    return ctx.load(assessmentByPerson, person.person);
  }

  @Governed(() => [CareAllowance], {
    zh: "养老补贴",
    en: "Allowances",
    sensitivity: "PERSONAL",
    duties: "1.2 3.2",
  })
  careAllowances(@Root() person: KnownPerson, @Ctx() ctx: RequestContext) {
    return ctx.load(allowancesByPerson, person.person);
  }

  @Governed(() => CareBed, {
    zh: "入住",
    en: "Place in a care home",
    sensitivity: "PERSONAL",
    duties: "1.2 3.2",
  })
  careBed(@Root() person: KnownPerson, @Ctx() ctx: RequestContext) {
    return ctx.load(bedByPerson, person.person);
  }
}
