import { significantPrefixes } from "../../codes/division-code.js";
import type { TokenClaims } from "../token-verifier.js";
import type { ClientState } from "./client-states.js";

/** What both a token and the register of client systems give: never wider than either. */
export function narrowClaims(
  claims: TokenClaims,
  { duties, jurisdiction }: Pick<ClientState, "duties" | "jurisdiction">,
): TokenClaims {
  return {
    ...claims,
    duties: claims.duties.filter((duty) => duties.includes(duty)),
    jurisdiction: sharedDivisions(claims.jurisdiction, jurisdiction),
  };
}

/** The divisions that lie in both of two lists of prefixes, as the narrower prefixes say them. */
export function sharedDivisions(some: readonly string[], others: readonly string[]): string[] {
  const theirs = significantPrefixes(others);
  const shared = significantPrefixes(some).flatMap((one) =>
    theirs.flatMap((other) => {
      if (one.startsWith(other)) return [one];
      return other.startsWith(one) ? [other] : [];
    }),
  );
  return [...new Set(shared)];
}
