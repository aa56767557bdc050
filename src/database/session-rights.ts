import { significantPrefixes } from "../codes/division-code.js";

/** What a statement runs with on a server: a role that can do less than the login, and settings that row security reads. */
export interface SessionRights {
  readonly role: string;
  /** Division prefixes outside which row security shows nothing. */
  readonly jurisdiction: readonly string[];
}

/** The setting that row security compares divisions with: patterns of LIKE, separated by commas. */
export const JURISDICTION_SETTING = "hub.jurisdiction";

/** The patterns of a jurisdiction. */
export function jurisdictionPatterns({ jurisdiction }: SessionRights): string {
  return significantPrefixes(jurisdiction)
    .map((prefix) => `${prefix}%`)
    .join(",");
}
