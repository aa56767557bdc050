import type { AssistanceProgramme } from "../../codes/code-tables.js";
import { compareMoney } from "../../codes/money.js";
import {
  exceedsDwellingLimit,
  moneyAssets,
  nonResidentialProperty,
  ownedDwellings,
  ownedVehicles,
} from "../means/assets.js";
import type { BasisKey } from "../basis.js";
import { assessIncome } from "../means/income.js";
import { incomeLineOf } from "../means/income-lines.js";
import type { Parameters } from "../parameters/parameters.js";
import type { Situation } from "../situation.js";
import type { StatedCondition } from "./eligibility.js";

/** Income per head within the programme's line; open where more income may exist than was found. */
export function incomeWithinLine(
  programme: AssistanceProgramme,
  basis: BasisKey,
  situation: Situation,
  parameters: Parameters,
  date: string,
): StatedCondition {
  const code = "INCOME_WITHIN_LINE";
  const test = incomeLineOf(programme, situation, parameters);
  const income = assessIncome(situation, parameters, date);
  const counted = test && income && test.countedPerHead(income);
  if (!test || !income || counted === null) {
    const text = { zh: "收入尚不能确定", en: "income cannot be settled yet" };
    return { code, met: null, text, basis };
  }
  const within = compareMoney(counted, test.line) <= 0;
  return {
    code,
    met: within && !income.complete ? null : within,
    text: {
      zh: `月人均收入 ${counted} 元，标准 ${test.line} 元`,
      en: `${counted} yuan a month and head, line ${test.line}`,
    },
    basis,
  };
}

/** The property test: money assets, vehicles, dwellings, shops and the like (浙江省社会救助条例, article 9). */
export function propertyConditions(
  situation: Situation,
  parameters: Parameters,
): readonly StatedCondition[] {
  const basis = "PROPERTY_MEASURES";
  const assets = moneyAssets(situation, parameters);
  const vehicles = ownedVehicles(situation, parameters);
  const dwellings = ownedDwellings(situation);
  const others = nonResidentialProperty(situation, parameters);
  return [
    {
      code: "MONEY_ASSETS_WITHIN_LINE",
      met: settled(
        assets.perHead === null || compareMoney(assets.perHead, assets.linePerHead) <= 0,
        assets.complete,
      ),
      text: {
        zh: `人均货币财产 ${assets.perHead ?? "未查得"} 元，标准 ${assets.linePerHead} 元`,
        en: `money assets per head ${assets.perHead ?? "not found"} yuan, line ${assets.linePerHead}`,
      },
      basis,
    },
    {
      code: "NO_VEHICLE",
      met: settled(vehicles.count === 0, vehicles.complete),
      text: { zh: `机动车 ${vehicles.count} 辆`, en: `${vehicles.count} vehicles` },
      basis,
    },
    {
      code: "DWELLINGS_WITHIN_LIMIT",
      met: settled(!exceedsDwellingLimit(dwellings, parameters), dwellings.complete),
      text: {
        zh: `住房 ${dwellings.count} 套，人均 ${dwellings.areaPerHead} ㎡`,
        en: `${dwellings.count} dwellings, ${dwellings.areaPerHead} ㎡ per head`,
      },
      basis,
    },
    {
      code: "NO_NON_RESIDENTIAL_PROPERTY",
      met: settled(others.count === 0, others.complete),
      text: {
        zh: `店面、办公、厂房等 ${others.count} 处`,
        en: `${others.count} shops, offices, factories and the like`,
      },
      basis,
    },
  ];
}

/** What fails, fails; what passes is open until every source has answered. */
function settled(passes: boolean, complete: boolean): boolean | null {
  return passes && !complete ? null : passes;
}
