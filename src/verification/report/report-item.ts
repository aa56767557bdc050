import { subtractMoney, type Money } from "../../codes/money.js";
import {
  moneyAssets,
  nonResidentialProperty,
  ownedDwellings,
  ownedVehicles,
  runningBusinesses,
} from "../means/assets.js";
import { INCOME_SOURCES } from "../means/found-income.js";
import type { AssessedIncome } from "../means/income.js";
import type { Parameters } from "../parameters/parameters.js";
import { isFullyAnswered, type IncomeKind, type Situation } from "../situation.js";
import type { MemberSource } from "../reading/sources.js";

/** How far the registers know an item. */
export type Coverage =
  /** Every source answered about every member. */
  | "COMPLETE"
  /** Some did not, so that there may be more. */
  | "PARTIAL"
  /** None did. */
  | "NOT_ANSWERED"
  /** No register knows it: only the declaration does. */
  | "NO_REGISTER";

/** One item of the economic situation, declared against found. */
export interface ReportItem {
  readonly item:
    | IncomeKind
    | "moneyAssets"
    | "vehicles"
    | "dwellings"
    | "nonResidentialProperty"
    | "runningBusinesses";
  readonly unit: "元/年" | "元" | "辆" | "套" | "处" | "个";
  /** Null where it was not declared, or no declaration asks for it. */
  readonly declared: string | null;
  /** Null where no register knows it, or none answered. */
  readonly found: string | null;
  /** Found less declared; null where either is. */
  readonly difference: string | null;
  readonly coverage: Coverage;
}

/** Every item, in the order of the declaration. */
export function reportItems(
  situation: Situation,
  income: AssessedIncome | null,
  parameters: Parameters,
): readonly ReportItem[] {
  const { declared } = situation;
  const assets = moneyAssets(situation, parameters);
  const count = (
    item: ReportItem["item"],
    unit: ReportItem["unit"],
    source: MemberSource,
    stated: number | null,
    found: number,
  ): ReportItem => {
    const coverage = coverageOf(situation, [source]);
    const known = coverage === "NOT_ANSWERED" ? null : found;
    const difference = stated === null || known === null ? null : known - stated;
    return {
      item,
      unit,
      declared: text(stated),
      found: text(known),
      difference: text(difference),
      coverage,
    };
  };
  const vehicles = ownedVehicles(situation, parameters).count;
  const dwellings = ownedDwellings(situation).count;
  const others = nonResidentialProperty(situation, parameters).count;
  const businesses = runningBusinesses(situation, parameters).count;
  return [
    ...(income?.kinds ?? []).map(({ kind, declared: stated, found }) => ({
      item: kind,
      unit: "元/年" as const,
      ...compared(stated, found),
      coverage: coverageOf(situation, INCOME_SOURCES[kind]),
    })),
    {
      item: "moneyAssets",
      unit: "元",
      ...compared(declared?.financialAssets ?? null, assets.total),
      coverage: coverageOf(situation, ["financialAssets"]),
    },
    count("vehicles", "辆", "vehicles", declared?.vehicleCount ?? null, vehicles),
    count("dwellings", "套", "realEstate", declared?.dwellingCount ?? null, dwellings),
    count("nonResidentialProperty", "处", "realEstate", null, others),
    count("runningBusinesses", "个", "businesses", null, businesses),
  ];
}

function compared(
  declared: Money | null,
  found: Money | null,
): Pick<ReportItem, "declared" | "found" | "difference"> {
  const difference = declared === null || found === null ? null : subtractMoney(found, declared);
  return { declared, found, difference };
}

function coverageOf(situation: Situation, sources: readonly MemberSource[]): Coverage {
  if (sources.length === 0) return "NO_REGISTER";
  if (sources.every((source) => isFullyAnswered(situation, source))) return "COMPLETE";
  const answered = situation.household.members.some(({ answers }) =>
    sources.some((source) => answers[source].reason === null),
  );
  return answered ? "PARTIAL" : "NOT_ANSWERED";
}

const text = (value: number | null) => (value === null ? null : String(value));
