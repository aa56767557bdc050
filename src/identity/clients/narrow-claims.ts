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
  const shared = some.flatMap((one) =>
    others.flatMap((other) => {
      const [a, b] = [significant(one), significant(other)];
      if (a.startsWith(b)) return [a];
      return b.startsWith(a) ? [b] : [];
    }),
  );
  return [...new Set(shared)];
}

/** A six-digit code of a province or city without the zeros, which stand for all that is under it. */
function significant(prefix: string): string {
  return prefix.length === 6 ? prefix.replace(/(00){1,2}$/, "") : prefix;
}
