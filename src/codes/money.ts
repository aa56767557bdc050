import { CodeError } from "./code-error.js";

/** An amount in 元 as a decimal string with two places, "833.33"; negative with a leading minus. */
export type Money = string;

const MONEY = /^-?(0|[1-9]\d{0,14})\.\d{2}$/;

/** Passes an amount in its one form: two decimal places, no leading zero, no minus zero. @throws CodeError MONEY */
export function assertMoney(text: string): void {
  if (!MONEY.test(text) || text === "-0.00") {
    throw new CodeError(
      "MONEY",
      'an amount of money is a decimal string in yuan with exactly two places, as in "833.33"',
    );
  }
}

/** The amount in 分, exactly. @throws CodeError MONEY */
export function parseMoney(amount: Money): bigint {
  assertMoney(amount);
  return BigInt(amount.replace(".", ""));
}

/** An amount in 分 as a decimal string in 元. */
export function formatMoney(fen: bigint): Money {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, "0");
  return `${fen < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The sum of the amounts; "0.00" of none. @throws CodeError MONEY */
export function addMoney(...amounts: readonly Money[]): Money {
  return formatMoney(amounts.reduce((sum, amount) => sum + parseMoney(amount), 0n));
}

/** The first amount less the second. @throws CodeError MONEY */
export function subtractMoney(amount: Money, less: Money): Money {
  return formatMoney(parseMoney(amount) - parseMoney(less));
}

/**
 * The amount times an exact decimal such as "1.5", rounded to 分, a half away from zero.
 * @throws CodeError MONEY, DECIMAL
 */
export function multiplyByRatio(amount: Money, ratio: string): Money {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,12}))?$/.exec(ratio);
  if (!match) throw new CodeError("DECIMAL", 'a ratio is a decimal string, as in "1.5"');
  const fraction = match[3] ?? "";
  const scaled = BigInt(`${match[1]}${match[2]}${fraction}`);
  return formatMoney(roundedQuotient(parseMoney(amount) * scaled, 10n ** BigInt(fraction.length)));
}

/**
 * The amount divided by a whole number, rounded to 分, a half away from zero: "10000.00" by 12 is
 * "833.33". @throws CodeError MONEY; RangeError where the divisor is no positive whole number
 */
export function divideRound(amount: Money, divisor: number): Money {
  if (!Number.isSafeInteger(divisor) || divisor < 1) {
    throw new RangeError("money is divided by a positive whole number");
  }
  return formatMoney(roundedQuotient(parseMoney(amount), BigInt(divisor)));
}

/** Negative, zero or positive as the first amount is less than, equal to or more than the second. */
export function compareMoney(amount: Money, other: Money): number {
  const difference = parseMoney(amount) - parseMoney(other);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function roundedQuotient(numerator: bigint, denominator: bigint): bigint {
  const half = numerator < 0n ? -denominator : denominator;
  return (2n * numerator + half) / (2n * denominator);
}
