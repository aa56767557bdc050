import { errors } from "jose";
import type { IdentityFault } from "../unauthenticated.js";

/** A proof, or an assertion, does not prove what it should; the message says why and repeats none of it. */
export class ProofRefused extends Error {
  readonly code = "PROOF_REFUSED";

  constructor(
    message: string,
    readonly fault: IdentityFault = "invalid_token",
  ) {
    super(message);
  }
}

/** What is wrong with a JWT, in words that its maker can act on; null for an error of another kind. */
export function jwtFault(error: unknown): string | null {
  if (error instanceof errors.JWTExpired) return "it has expired";
  if (error instanceof errors.JWTClaimValidationFailed) {
    return `${error.claim} is missing or not as expected`;
  }
  if (error instanceof errors.JWKSNoMatchingKey) return "no known key signed it";
  if (error instanceof errors.JOSEAlgNotAllowed) return "its algorithm is not allowed";
  if (error instanceof errors.JWSSignatureVerificationFailed) return "its signature does not fit";
  return error instanceof errors.JOSEError ? "it is no JWT that can be verified" : null;
}
