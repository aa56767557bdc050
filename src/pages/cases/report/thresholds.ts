import type { Bilingual } from "../../../verification/bilingual.js";
import type {
  ParameterName,
  ParameterValues,
} from "../../../verification/parameters/parameter-values.js";
import type { ReportItem } from "../../../verification/report/report-item.js";
import type { Report } from "../../../verification/report/report.js";

/** What an item is held against, by the parameters of the report. */
export interface Threshold {
  readonly text: Bilingual;
  /** Whether the item is beyond it; null where that cannot be told from the item alone. */
  readonly isBeyond: boolean | null;
}

/** The threshold of an item; null where it has none. */
export function thresholdOf(item: ReportItem, report: Report): Threshold | null {
  switch (item.item) {
    case "wage":
    case "business":
    case "property":
    case "transfer":
    case "other":
      return tolerance(item, parameter(report, "incomeTolerances")?.[item.item]);
    case "moneyAssets":
      return moneyAssets(item, report);
    case "vehicles":
      return limit(item, 0, "不计残疾人代步车", "mobility vehicles do not count");
    case "dwellings":
      return limit(item, parameter(report, "largestDwellingCount") ?? 0, null, null);
    case "nonResidentialProperty":
    case "runningBusinesses":
      return limit(item, 0, null, null);
  }
}

function tolerance(item: ReportItem, allowed: string | undefined): Threshold | null {
  if (allowed === undefined || item.coverage === "NO_REGISTER") return null;
  const text = { zh: `容差 ${allowed} 元/年`, en: `tolerance ${allowed} yuan a year` };
  return { text, isBeyond: exceeds(item.difference, allowed) };
}

function moneyAssets(item: ReportItem, report: Report): Threshold | null {
  const allowed = parameter(report, "moneyAssetTolerance");
  const months = parameter(report, "moneyAssetMonths");
  if (allowed === undefined || months === undefined) return null;
  return {
    text: {
      zh: `容差 ${allowed} 元；人均不超过 ${months} 个月低保标准`,
      en: `tolerance ${allowed} yuan; per head ${months} months of the minimum living standard`,
    },
    isBeyond: exceeds(item.difference, allowed),
  };
}

function limit(item: ReportItem, most: number, zh: string | null, en: string | null): Threshold {
  const { found, declared, unit } = item;
  const noted = (text: string, note: string | null, open: string, close: string) =>
    note === null ? text : `${text}${open}${note}${close}`;
  const isBeyond =
    found === null ? null : Number(found) > most || Number(found) > Number(declared ?? Infinity);
  return {
    text: {
      zh: noted(`不超过 ${most} ${unit}`, zh, "（", "）"),
      en: noted(`at most ${most}`, en, " (", ")"),
    },
    isBeyond,
  };
}

/** Whether a difference in yuan is more than what is allowed; both with two places. */
function exceeds(difference: string | null, allowed: string): boolean | null {
  if (difference === null) return null;
  const fen = (amount: string) => BigInt(amount.replace(".", ""));
  return fen(difference) > fen(allowed);
}

function parameter<Name extends ParameterName>(
  { parameters }: Report,
  name: Name,
): ParameterValues[Name] | undefined {
  const used = parameters.find((one) => one.name === name);
  return used?.value as ParameterValues[Name] | undefined;
}
