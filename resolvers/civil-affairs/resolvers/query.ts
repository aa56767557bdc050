import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../../src/department/context.js";
import { bilingual } from "../../../src/department/descriptions.js";
import { Follows } from "../../../src/department/governed.js";
import { IdNumber } from "../../../src/department/scalars.js";
import { HubError } from "../../../src/errors.js";
import { householdById, personByKey } from "../loaders.js";
import { searchHouseholds } from "../search-households.js";
import { HouseholdConnection, HouseholdFilter } from "../types/household-connection.js";
import { Household } from "../types/household.js";
import { Person } from "../types/person.js";

/** The most households that one query asks for by id. */
const MAXIMUM_IDS = 1000;

/** Where an operation enters the county's households and persons. */
@Resolver()
export class QueryResolver {
  @Follows("Household")
  @Query(() => Household, {
    nullable: true,
    description: bilingual(
      "按编号查一户；无此户为 null，辖区外报 OUT_OF_JURISDICTION。",
      "One household by id. Null where there is none; OUT_OF_JURISDICTION outside the caller's divisions.",
    ),
  })
  household(@Arg("id", () => ID) id: string, @Ctx() ctx: RequestContext) {
    return ctx.load(householdById, id);
  }

  @Follows("Household")
  @Query(() => [Household], {
    nullable: "itemsAndList",
    description: bilingual(
      "按编号查多户（最多 1000 个），结果与所给顺序一致；无此户的位置为 null。",
      "Households by id (at most 1000), in the order asked; null in place of one that does not exist.",
    ),
  })
  households(@Arg("ids", () => [ID]) ids: string[], @Ctx() ctx: RequestContext) {
    if (ids.length > MAXIMUM_IDS) {
      throw new HubError("BAD_USER_INPUT", `ask for at most ${MAXIMUM_IDS} households at once`, {
        argument: "ids",
      });
    }
    return ctx.loadAll(householdById, ids);
  }

  @Follows("Household")
  @Query(() => HouseholdConnection, {
    nullable: true,
    description: bilingual(
      "按条件查询辖区内的家庭，按编号排序，每页最多 500 户。",
      "Households within the caller's jurisdiction that match, ordered by id, at most 500 a page.",
    ),
  })
  searchHouseholds(
    @Arg("filter", () => HouseholdFilter, { nullable: true }) filter: HouseholdFilter | null,
    @Arg("first", () => Int, { defaultValue: 20 }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: RequestContext,
  ) {
    return searchHouseholds({ filter: filter ?? {}, first, after: after ?? null }, ctx);
  }

  @Follows("Person")
  @Query(() => Person, {
    nullable: true,
    description: bilingual(
      "按公民身份号码查一人：号码由调用方提供，不构成读取；无此人为 null。",
      "One person by the ID number that the caller already holds. Null where there is none.",
    ),
  })
  person(@Arg("idNumber", () => IdNumber) idNumber: string, @Ctx() ctx: RequestContext) {
    return ctx.load(personByKey, ctx.personKey(idNumber));
  }
}
