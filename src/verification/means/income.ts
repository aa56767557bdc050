import type { IncomeBand } from "../../codes/code-tables.js";
import { monthsBetween } from "../../codes/calendar.js";
import {
  addMoney,
  compareMoney,
  divideRound,
  multiplyByRatio,
  subtractMoney,
  type Money,
} from "../../codes/money.js";
import { foundIncome, INCOME_SOURCES } from "./found-income.js";
import type { IncomeItem } from "./income-item.js";
import { bandOf, lineOf } from "./income-band.js";
import type { Parameters } from "../parameters/parameters.js";
import { INCOME_KINDS, isFullyAnswered, type IncomeKind, type Situation } from "../situation.js";

/** One kind of income, declared against found, in 元 a year. */
export interface IncomeOfKind {
  readonly kind: IncomeKind;
  /** Null where nothing was declared. */
  readonly declared: Money | null;
  /** Counted items that registers know; null where no register knows this kind, or none answered. */
  readonly found: Money | null;
  /** The higher of the two. */
  readonly assessed: Money;
  /** Whether every source of this kind answered about every member. */
  readonly complete: boolean;
  readonly items: readonly IncomeItem[];
}

/** A household's income by the formula of the regulation; amounts in 元. */
export interface AssessedIncome {
  readonly kinds: readonly IncomeOfKind[];
  /** Within the assessed income, and not counted, a year. */
  readonly exclusions: Money;
  /** Disregarded employment income, a year. */
  readonly disregards: Money;
  readonly annual: Money;
  readonly members: number;
  readonly annualPerHead: Money;
  readonly monthlyPerHead: Money;
  readonly band: IncomeBand;
  /** False where a source did not answer, so that the true income may be higher. */
  readonly complete: boolean;
}

/**
 * Income per head: (wage + net business + net property + net transfer + other income - exclusions -
 * disregards) / co-living members / 12, each kind with the higher of what was declared and what was
 * found (浙江省社会救助条例, articles 9 and 50). Null where nothing was declared or no member is known.
 */
export function assessIncome(
  situation: Situation,
  parameters: Parameters,
  date: string,
): AssessedIncome | null {
  const members = situation.household.members.length;
  if (!situation.declared || members === 0) return null;
  const items = foundIncome(situation, parameters);
  const kinds = INCOME_KINDS.map((kind) => incomeOfKind(situation, kind, items));
  const exclusions = declaredExclusions(situation, parameters);
  const disregards = disregardedWages(situation, parameters, date);
  const gross = addMoney(...kinds.map(({ assessed }) => assessed));
  const annual = atLeastNothing(subtractMoney(gross, addMoney(exclusions, disregards)));
  const monthlyPerHead = divideRound(annual, members * 12);
  return {
    kinds,
    exclusions,
    disregards,
    annual,
    members,
    annualPerHead: divideRound(annual, members),
    monthlyPerHead,
    band: bandOf(monthlyPerHead, parameters),
    complete: kinds.every(({ complete }) => complete),
  };
}

function incomeOfKind(
  situation: Situation,
  kind: IncomeKind,
  all: readonly IncomeItem[],
): IncomeOfKind {
  const items = all.filter((item) => item.kind === kind);
  const declared = situation.declared?.income[kind] ?? null;
  const sources = INCOME_SOURCES[kind];
  const counted = items.filter(({ counted }) => counted).map(({ amount }) => amount);
  const answered = situation.household.members.some(({ answers }) =>
    sources.some((source) => ["FOUND", "NO_RECORD"].includes(answers[source].outcome)),
  );
  const found = answered ? addMoney(...counted) : null;
  return {
    kind,
    declared,
    found,
    assessed: higher(declared ?? "0.00", found ?? "0.00"),
    complete: sources.every((source) => isFullyAnswered(situation, source)),
    items,
  };
}

/** Declared exclusions of the kinds that the parameters admit. */
function declaredExclusions({ application }: Situation, { excludedIncome }: Parameters): Money {
  return addMoney(
    ...(application.exclusions ?? [])
      .filter(({ kind }) => excludedIncome.includes(kind))
      .map(({ amount }) => amount),
  );
}

/** New wages within the months of the disregard, up to its cap, for a year. */
function disregardedWages({ application }: Situation, parameters: Parameters, date: string): Money {
  const { months, standardMultiple } = parameters.employmentDisregard;
  const cap = lineOf(parameters, standardMultiple);
  return addMoney(
    ...(application.newEmployments ?? [])
      .filter(({ since }) => {
        const passed = monthsBetween(since, date);
        return passed >= 0 && passed < months;
      })
      .map(({ monthlyWage }) => multiplyByRatio(lower(monthlyWage, cap), "12")),
  );
}

const higher = (one: Money, other: Money) => (compareMoney(one, other) >= 0 ? one : other);
const lower = (one: Money, other: Money) => (compareMoney(one, other) <= 0 ? one : other);
const atLeastNothing = (amount: Money) => higher(amount, "0.00");
