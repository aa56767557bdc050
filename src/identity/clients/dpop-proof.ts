import { createHash } from "node:crypto";
import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify, type JWK } from "jose";
import { z } from "zod";
import { jwtFault, ProofRefused } from "./proof-refused.js";
import { CLOCK_TOLERANCE_SECONDS, SIGNATURE_ALGORITHMS } from "./signature-rules.js";
import type { SingleUse } from "./used-proofs.js";

/** Seconds that a proof is good for, beside the clocks' difference. */
const LIFETIME_SECONDS = 60;

const Claims = z.object({
  jti: z.string().min(1).max(256),
  iat: z.number(),
  htm: z.string(),
  htu: z.string(),
  ath: z.string().optional(),
});

/** The request that a proof was sent with. */
export interface ProvenRequest {
  /** HTTP method, in capitals. */
  readonly method: string;
  /** The address as the client knows it: before any proxy, query and fragment as they may be. */
  readonly url: string;
}

/** A proof that is right but for its single use, which is still to be checked. */
export interface DpopProof extends SingleUse {
  readonly purpose: "dpop";
  /** Thumbprint (RFC 7638, SHA-256) of the key that signed: the `jkt` of tokens bound to it. */
  readonly maker: string;
}

/**
 * Verifies a DPoP proof (RFC 9449, section 4.3), but not that it is used for the first time.
 * @param token the access token it was sent with; null at the token endpoint
 * @throws ProofRefused saying why.
 */
export async function verifyDpopProof(
  proof: string,
  request: ProvenRequest,
  token: string | null,
  now: number,
): Promise<DpopProof> {
  const { claims, jwk } = await verified(proof, now);
  if (claims.htm !== request.method) throw refused("htm is not the request's method");
  const address = addressOf(claims.htu);
  if (address === null || address !== addressOf(request.url)) {
    throw refused("htu is not the request's address");
  }
  if (token !== null && claims.ath !== hashOf(token)) {
    throw refused("ath is not the hash of the access token");
  }
  const expires = (claims.iat + LIFETIME_SECONDS + CLOCK_TOLERANCE_SECONDS) * 1000;
  const maker = await calculateJwkThumbprint(jwk);
  return { purpose: "dpop", maker, jti: claims.jti, expires };
}

async function verified(proof: string, now: number) {
  try {
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      algorithms: [...SIGNATURE_ALGORITHMS],
      typ: "dpop+jwt",
      maxTokenAge: LIFETIME_SECONDS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: new Date(now),
    });
    return { claims: Claims.parse(payload), jwk: protectedHeader.jwk as JWK };
  } catch (error) {
    throw refused(faultOf(error));
  }
}

/** Whatever goes wrong with a key that came with the proof is the proof's fault. */
function faultOf(error: unknown): string {
  if (error instanceof z.ZodError) {
    return `${error.issues.map(({ path }) => path.join(".")).join(", ")} is missing or malformed`;
  }
  return jwtFault(error) ?? "its key cannot be used";
}

/** Without query and fragment, scheme and host as URLs write them (RFC 9449, section 4.3); null for no URL. */
function addressOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { origin, pathname } = new URL(text);
  return `${origin}${pathname}`;
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

function refused(reason: string): ProofRefused {
  return new ProofRefused(`the DPoP proof is not accepted: ${reason}`, "invalid_dpop_proof");
}
