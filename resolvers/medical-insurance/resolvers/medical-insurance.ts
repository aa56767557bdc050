import { Ctx, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../../src/department/context.js";
import type { KnownPerson } from "../../../src/department/known-person.js";
import { Governed } from "../identity.js";
import * as load from "../loaders.js";
import {
  Diagnosis,
  LongTermCare,
  MedicalInsurance,
  MedicalSpending,
} from "../types/medical-insurance.js";

/** Enrolment in basic medical insurance: what is looked up. */
@Resolver(() => MedicalInsurance)
export class MedicalInsuranceResolver {
  @Governed(() => [Diagnosis], {
    zh: "诊断",
    en: "Diagnoses",
    sensitivity: "HEALTH",
    sharing: "NOT_SHARED",
    duties: "",
  })
  diagnoses(@Root() insurance: KnownPerson, @Ctx() ctx: RequestContext) {
    return ctx.load(load.diagnosesByPerson, insurance.person);
  }

  @Governed(() => MedicalSpending, {
    zh: "年度医疗费用",
    en: "Medical spending of the latest year",
    sensitivity: "HEALTH",
    duties: "1.2 1.3 1.4 2.3",
  })
  spending(@Root() insurance: KnownPerson, @Ctx() ctx: RequestContext) {
    return ctx.load(load.latestSpendingByPerson, insurance.person);
  }

  @Governed(() => LongTermCare, {
    zh: "长期护理保险",
    en: "Long-term care insurance",
    sensitivity: "HEALTH",
    duties: "10.3 11.1 13.1 13.2",
  })
  longTermCare(@Root() insurance: KnownPerson, @Ctx() ctx: RequestContext) {
    return ctx.load(load.longTermCareByPerson, insurance.person);
  }
}
