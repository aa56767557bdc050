import { errors, jwtVerify, type JWTVerifyGetKey } from "jose";
import { z } from "zod";
import { HubError } from "../errors.js";
import type { AdmittedClaims, ClientGate } from "./clients/client-gate.js";
import { checkPossession, Confirmation, type Presented } from "./clients/possession.js";
import { jwtFault, ProofRefused } from "./clients/proof-refused.js";
import { CLOCK_TOLERANCE_SECONDS, SIGNATURE_ALGORITHMS } from "./clients/signature-rules.js";
import type { UsedProofs } from "./clients/used-proofs.js";

export { readKeySet } from "./clients/key-set.js";

/** The `typ` of a JWT that may be an access token: plain, or as RFC 9068 says. */
const TYPES = /^(application\/)?(at\+)?jwt$/i;

const Claims = z.object({
  sub: z.string().min(1),
  department: z.string().min(1),
  duties: z.array(z.string()).min(1),
  jurisdiction: z.array(z.string().regex(/^\d{2,12}$/)).min(1),
  operator: z.string().min(1).optional(),
});

const BoundClaims = Claims.extend({ cnf: Confirmation.optional(), iat: z.number().optional() });

/** The claims of a verified access token. */
export type TokenClaims = z.infer<typeof Claims>;

/** Where a token must come from and whom it must be for. */
export interface TokenExpectations {
  readonly issuer: string;
  readonly audience: string;
}

/** What a verifier asks besides the token itself. */
export interface TokenChecks {
  /** The register of client systems; without it tokens stand as they are. */
  readonly clients?: ClientGate | undefined;
  /** The account of DPoP proofs; without it no token that is bound to a key is accepted. */
  readonly used?: UsedProofs | undefined;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
}

/** Verifies access tokens against a key set. */
export class TokenVerifier {
  private readonly now: () => number;

  constructor(
    private readonly keys: JWTVerifyGetKey,
    private readonly expected: TokenExpectations,
    private readonly checks: TokenChecks = {},
  ) {
    this.now = checks.now ?? Date.now;
  }

  /**
   * What a token gives to who presents it.
   * @throws HubError UNAUTHENTICATED, saying why without repeating the token; SOURCE_UNAVAILABLE
   *   where the key set, the register of client systems or the account of proofs cannot be asked.
   */
  async verify(token: string, presented: Presented = {}): Promise<AdmittedClaims> {
    const { claims, confirmation } = await this.claimsOf(token, presented);
    void confirmation;
    return this.checks.clients ? this.checks.clients.admit(claims) : { ...claims, kind: null };
  }
}
