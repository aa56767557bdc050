import type { AssistanceProgramme } from "../../codes/code-tables.js";
import type { Programme } from "./eligibility.js";
import { expenditurePoverty } from "./expenditure-poverty.js";
import { extremePoverty } from "./extreme-poverty.js";
import { minimumLiving } from "./minimum-living.js";
import { minimumLivingMarginal } from "./minimum-living-marginal.js";
import { singleHousehold } from "./single-household.js";
import { temporaryRelief } from "./temporary-relief.js";

/** The conditions of every programme. */
export const PROGRAMMES: Readonly<Record<AssistanceProgramme, Programme>> = {
  MINIMUM_LIVING: minimumLiving, // 浙江省社会救助条例 9, 12
  MINIMUM_LIVING_MARGINAL: minimumLivingMarginal, // 浙江省社会救助条例 13
  EXTREME_POVERTY: extremePoverty, // 特困人员认定办法 5-9
  EXPENDITURE_POVERTY: expenditurePoverty, // 浙江省社会救助条例 41
  TEMPORARY: temporaryRelief, // document (一), 救急、救难
  SINGLE_HOUSEHOLD: singleHousehold, // document (二), 单独列户
};
