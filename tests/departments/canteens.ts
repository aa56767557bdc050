import { Ctx, Resolver, Root } from "type-graphql";
import { z } from "zod";
import type { RequestContext } from "../../src/department/context.js";
import { defineDepartment } from "../../src/department/define.js";
import { Entity, governedBy, Record } from "../../src/department/governed.js";
import { personByKey, type KnownPerson } from "../../src/department/known-person.js";
import { httpService } from "../../src/department/live/http-service.js";
import { oneFromService } from "../../src/department/live/service-loader.js";
import { DepartmentRecord, SealedEntity } from "../../src/department/provenance.js";
import { Money } from "../../src/department/scalars.js";

/*
 * A department that keeps nothing with the hub: every record is with an HTTP service of its own, and
 * there is neither table nor migration. It is no body of the register.
 */
const identity = { slug: "canteens", name: "县助餐中心", english: "Canteens for the Elderly" };
const Governed = governedBy(identity);

/** Limits are small, so that a test sees the breaker open and close. */
export const mealSubsidies = httpService({
  department: identity,
  name: "meal-subsidies",
  path: "meal-subsidies/batch",
  record: z.object({ canteen: z.string(), monthlyAmount: z.string() }),
  originalSource: "县老年食堂",
  timeout: 10_000,
  limits: { failures: 2, restingTime: 300, retries: 1, firstDelay: 1 },
});
const mealSubsidyByPerson = oneFromService(mealSubsidies);

@Record("MealSubsidy", "助餐补贴。", "A subsidy for meals.")
class MealSubsidy extends DepartmentRecord {
  @Governed(() => String, {
    zh: "老年食堂",
    en: "Canteen",
    sensitivity: "PERSONAL",
    duties: "1.2 3.2",
  })
  canteen?: string | null;

  @Governed(() => Money, {
    zh: "补贴金额",
    en: "Amount",
    unit: "元/月",
    sensitivity: "FINANCIAL",
    duties: "1.2",
  })
  monthlyAmount?: string | null;
}

@Entity(
  "Person",
  "自然人：各部门围绕同一人提供各自的记录。",
  "A natural person, to whom each department contributes its own records.",
)
class Person extends SealedEntity {}

@Resolver(() => Person)
class PersonResolver {
  @Governed(() => MealSubsidy, {
    zh: "助餐补贴",
    en: "Subsidy for meals",
    sensitivity: "PERSONAL",
    duties: "1.2 3.2",
  })
  mealSubsidy(@Root() person: KnownPerson, @Ctx() ctx: RequestContext) {
    return ctx.load(mealSubsidyByPerson, person.person);
  }
}

export default defineDepartment({
  identity,
  resolvers: [PersonResolver],
  types: [Person],
  entities: { Person: personByKey },
  records: { MealSubsidy: mealSubsidies },
  tables: {},
  seed: [],
});
