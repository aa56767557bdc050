import type { IncomeBand } from "../../codes/code-tables.js";
import type { Money } from "../../codes/money.js";
import type { AssessedIncome } from "../means/income.js";
import { marginalLine } from "../means/income-band.js";
import type { Parameters } from "../parameters/parameters.js";
import type { IncomeKind } from "../situation.js";

/** The calculation of the income per head; amounts in 元. */
export interface ReportIncome {
  readonly band: IncomeBand;
  /** False where a source did not answer, so that the true band may be a higher one. */
  readonly complete: boolean;
  readonly members: number;
  /** The higher of declared and found, kind by kind, a year. */
  readonly assessed: readonly { readonly kind: IncomeKind; readonly amount: Money }[];
  readonly exclusions: Money;
  readonly disregards: Money;
  readonly annual: Money;
  readonly annualPerHead: Money;
  readonly monthlyPerHead: Money;
  readonly standard: { readonly monthly: Money; readonly annual: Money };
  readonly marginalLineMonthly: Money;
}

/** Shows a calculation beside the lines that it was held against. */
export function reportIncome(income: AssessedIncome, parameters: Parameters): ReportIncome {
  return {
    band: income.band,
    complete: income.complete,
    members: income.members,
    assessed: income.kinds.map(({ kind, assessed }) => ({ kind, amount: assessed })),
    exclusions: income.exclusions,
    disregards: income.disregards,
    annual: income.annual,
    annualPerHead: income.annualPerHead,
    monthlyPerHead: income.monthlyPerHead,
    standard: parameters.minimumLivingStandard,
    marginalLineMonthly: marginalLine(parameters),
  };
}
