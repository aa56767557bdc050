/**
 * Signature algorithms of tokens, assertions and proofs: asymmetric ones only, so that whoever
 * verifies can never sign.
 */
export const SIGNATURE_ALGORITHMS: readonly string[] = [
  "ES256",
  "ES384",
  "EdDSA",
  "Ed25519",
  "PS256",
  "RS256",
];

/** Seconds by which the clocks of an issuer, a client and the hub may differ. */
export const CLOCK_TOLERANCE_SECONDS = 30;
