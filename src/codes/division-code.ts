import { CodeError } from "./code-error.js";

/**
 * Passes an administrative division code (GB/T 2260 and its extension): 6 digits for a county,
 * 9 for a town or street, 12 for a village or community. @throws CodeError DIVISION_CODE
 */
export function assertDivisionCode(text: string): void {
  if (!/^[1-9]\d{5}(\d{3}){0,2}$/.test(text)) {
    throw new CodeError(
      "DIVISION_CODE",
      "a division code is 6 digits (county), 9 (town or street) or 12 (village or community)",
    );
  }
}

/**
 * True if a division lies in one of the given divisions, each a code or the beginning of one.
 * A six-digit code of a province or city covers what is under it: 330700 covers 330726003.
 */
export function isWithin(code: string, prefixes: readonly string[]): boolean {
  return significantPrefixes(prefixes).some((prefix) => code.startsWith(prefix));
}

/** What a code begins with that lies in one of the given divisions; what is no code covers nothing. */
export function significantPrefixes(divisions: readonly string[]): readonly string[] {
  let prefixes = known.get(divisions);
  if (!prefixes) {
    prefixes = divisions
      .map((division) => (division.length === 6 ? division.replace(/(00){1,2}$/, "") : division))
      .filter((prefix) => /^\d+$/.test(prefix));
    known.set(divisions, prefixes);
  }
  return prefixes;
}

/** A caller's divisions are asked about at every record. */
const known = new WeakMap<readonly string[], readonly string[]>();
