/** The parts of a decimal number: sign "-" or "", whole part without leading zeros, places as written less trailing zeros beyond two. */
export interface DecimalParts {
  readonly sign: "-" | "";
  readonly whole: string;
  readonly fraction: string;
}

/** Takes a decimal number apart, thousands separators allowed where they are in place; null where it is none. */
export function decimalParts(text: string): DecimalParts | null {
  const match = /^(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/.exec(text);
  if (!match) return null;
  const [, sign = "", whole = "", fraction = ""] = match;
  return {
    sign: sign === "-" ? "-" : "",
    whole: whole.replaceAll(",", "").replace(/^0+(?=\d)/, ""),
    fraction: fraction.replace(/0+$/, ""),
  };
}
