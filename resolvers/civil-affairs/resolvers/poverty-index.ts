import { Ctx, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../../src/department/context.js";
import { Governed } from "../identity.js";
import * as load from "../loaders.js";
import type { PovertyIndexRow } from "../rows.js";
import { PovertyDimension, PovertyIndex } from "../types/poverty-index.js";

/** Multidimensional poverty index from the home survey: what is looked up. */
@Resolver(() => PovertyIndex)
export class PovertyIndexResolver {
  @Governed(() => [PovertyDimension], {
    zh: "多维度贫困分项",
    en: "Dimensions of the poverty index",
    sensitivity: "PERSONAL",
    duties: "2.3",
  })
  dimensions(@Root() povertyIndex: PovertyIndexRow, @Ctx() ctx: RequestContext) {
    return ctx.load(load.dimensionsByHousehold, povertyIndex.householdId);
  }
}
