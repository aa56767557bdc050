import type { Caller } from "../../identity/caller.js";
import {
  priceSubsidyList,
  type PriceRise,
  type PriceSubsidyList,
  type PriceSubsidyRow,
} from "../../verification/lists/price-subsidy-list.js";
import type { Casework } from "../casework.js";
import { everyHousehold } from "./every-household.js";

const SELECTION = "id township headCount assistance { programme startMonth endMonth }";

interface Household extends Pick<PriceSubsidyRow, "township"> {
  readonly id: string;
  readonly headCount: number | null;
  readonly assistance: PriceSubsidyRow["assistance"] | null;
}

/** 困难群众物价补贴: who gets it in a month within the caller's divisions, and how much. */
export async function priceSubsidies(
  { ask, parameters }: Casework,
  caller: Caller,
  rise: PriceRise,
  township: string | null,
): Promise<PriceSubsidyList> {
  const households = await everyHousehold<Household>(ask, caller, SELECTION, township);
  const rows = households.map(({ id, township: where, headCount, assistance }) => ({
    householdId: id,
    township: where,
    headCount: headCount ?? 0,
    assistance: assistance ?? [],
  }));
  return priceSubsidyList(rows, rise, parameters(`${rise.month}-01`));
}
