import { importJWK, SignJWT, type JWK } from "jose";
import type { TokenClaims, TokenExpectations } from "./token-verifier.js";

/** What a new token says, and how long it lasts (`8h`, `15m`). */
export interface TokenRequest extends TokenClaims {
  readonly expires: string;
}

/** Signs an access token with a private JWK. */
export async function issueToken(
  key: JWK,
  { issuer, audience }: TokenExpectations,
  { expires, ...claims }: TokenRequest,
): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: key.alg ?? "ES256", ...(key.kid ? { kid: key.kid } : {}) })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(await importJWK(key, key.alg ?? "ES256"));
}
