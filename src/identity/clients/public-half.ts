import { createPublicKey, type JsonWebKey } from "node:crypto";
import { calculateJwkThumbprint, type JWK } from "jose";

/** A signing key without its private members, with its key id (its thumbprint unless it has one). */
export async function publicHalf(jwk: JWK): Promise<JWK & { readonly kid: string }> {
  const open = createPublicKey({ key: jwk as JsonWebKey, format: "jwk" }).export({ format: "jwk" });
  const kid = jwk.kid ?? (await calculateJwkThumbprint(open as JWK));
  return { ...(open as JWK), kid, alg: jwk.alg ?? "ES256", use: "sig" };
}
