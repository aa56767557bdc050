import { formatMoney, type Money } from "../codes/money.js";

/** An amount of whole 元 as money. */
export function yuan(amount: number): Money {
  return formatMoney(BigInt(amount) * 100n);
}

/** A number of hundredths as a decimal with two places: 1250 is "12.50". */
export function hundredths(count: number): string {
  return formatMoney(BigInt(count));
}
