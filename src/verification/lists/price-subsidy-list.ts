import type { AssistanceProgramme } from "../../codes/code-tables.js";
import { addMoney, multiplyByRatio, type Money } from "../../codes/money.js";
import { compareDecimals, ratioOfPercent } from "../decimal.js";
import type { Parameters } from "../parameters/parameters.js";

/** A household as duty 2.2 may read it: no name and no village. */
export interface PriceSubsidyRow {
  readonly householdId: string;
  readonly township: string;
  readonly headCount: number;
  readonly assistance: readonly {
    readonly programme: AssistanceProgramme;
    readonly startMonth: string;
    readonly endMonth: string | null;
  }[];
}

/** The price statistics of a month, in per cent over the same month of the year before. */
export interface PriceRise {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly consumerPercent: string;
  readonly foodPercent: string;
}

/** What one household gets. */
export interface PriceSubsidy {
  readonly householdId: string;
  readonly township: string;
  readonly programme: AssistanceProgramme;
  readonly persons: number;
  /** 元. */
  readonly amount: Money;
}

/** The price subsidy of one month. */
export interface PriceSubsidyList {
  readonly month: string;
  /** False where prices rose less than the thresholds: nobody gets anything. */
  readonly started: boolean;
  /** 元 a person: the standard times the rise of consumer prices. */
  readonly perPerson: Money;
  readonly households: readonly PriceSubsidy[];
  readonly total: Money;
}

/**
 * Who gets a price subsidy (困难群众物价补贴, document, item (二)) in a month, and how much, in the
 * order of the ids. Of a household of its own (单独列户) one person; each household once.
 */
export function priceSubsidyList(
  rows: readonly PriceSubsidyRow[],
  { month, consumerPercent, foodPercent }: PriceRise,
  { priceSubsidy, minimumLivingStandard }: Parameters,
): PriceSubsidyList {
  const started =
    compareDecimals(consumerPercent, priceSubsidy.consumerPriceRisePercent) >= 0 ||
    compareDecimals(foodPercent, priceSubsidy.foodPriceRisePercent) >= 0;
  const perPerson = started
    ? multiplyByRatio(minimumLivingStandard.monthly, ratioOfPercent(consumerPercent))
    : "0.00";
  const households = started
    ? [...rows]
        .sort((one, other) => (one.householdId < other.householdId ? -1 : 1))
        .flatMap((row): PriceSubsidy[] => {
          const drawn = row.assistance.find(
            ({ programme, startMonth, endMonth }) =>
              priceSubsidy.programmes.includes(programme) &&
              startMonth <= month &&
              (endMonth === null || month <= endMonth),
          );
          if (!drawn) return [];
          const persons = drawn.programme === "SINGLE_HOUSEHOLD" ? 1 : row.headCount;
          const { householdId, township } = row;
          const amount = multiplyByRatio(perPerson, String(persons));
          return [{ householdId, township, programme: drawn.programme, persons, amount }];
        })
    : [];
  return {
    month,
    started,
    perPerson,
    households,
    total: addMoney(...households.map(({ amount }) => amount)),
  };
}
