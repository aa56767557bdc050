import { randomUUID } from "node:crypto";
import { importJWK, SignJWT, type JWK } from "jose";
import type { TokenClaims, TokenExpectations } from "../token-verifier.js";
import type { Confirmation } from "./possession.js";

/** What an access token is signed with and how long it lasts. */
export interface AccessTokenTerms {
  /** The hub's private signing key. */
  readonly key: JWK;
  readonly tokens: TokenExpectations;
  readonly lifetimeSeconds: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Signs an access token (RFC 9068), bound to what `confirmation` says; to nothing with null. */
export async function signAccessToken(
  { key, tokens, lifetimeSeconds, now }: AccessTokenTerms,
  claims: TokenClaims,
  confirmation: Confirmation | null,
): Promise<string> {
  const alg = key.alg ?? "ES256";
  const issuedAt = Math.floor(now / 1000);
  const content = {
    ...claims,
    client_id: claims.sub,
    jti: randomUUID(),
    ...(confirmation ? { cnf: confirmation } : {}),
  };
  return new SignJWT(content)
    .setProtectedHeader({ alg, typ: "at+jwt", ...(key.kid ? { kid: key.kid } : {}) })
    .setIssuer(tokens.issuer)
    .setAudience(tokens.audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .sign(await importJWK(key, alg));
}
