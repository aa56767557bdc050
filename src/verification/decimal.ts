/** An exact decimal number that is not negative, "3.5"; compared and shifted without floats. */
export type Decimal = string;

const PLACES = 12;

/** Negative, zero or positive as the first is less than, equal to or more than the second. */
export function compareDecimals(one: Decimal, other: Decimal): number {
  const difference = scaled(one) - scaled(other);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The number times 10 to the 12th, a whole number. @throws RangeError for what is no decimal of at most 12 places */
export function scaled(decimal: Decimal): bigint {
  const match = /^(\d{1,15})(?:\.(\d{1,12}))?$/.exec(decimal);
  if (!match) throw new RangeError('a decimal is written as in "3.5"');
  return BigInt(`${match[1]}${(match[2] ?? "").padEnd(PLACES, "0")}`);
}

/** A percentage as a ratio: "3.6" is "0.036". */
export function ratioOfPercent(percent: Decimal): Decimal {
  const [whole = "0", fraction = ""] = percent.split(".");
  const digits = whole.padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`;
}
