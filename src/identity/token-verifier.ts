import { jwtVerify, type JWTVerifyGetKey } from "jose";
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
    const { clients, used = null } = this.checks;
    try {
      const { cnf = null, iat: _issued, ...claims } = await this.signed(token);
      await checkPossession(token, cnf, presented, used, this.now());
      return clients ? await clients.admit(claims) : { ...claims, kind: null };
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === null) throw error;
      throw new HubError("UNAUTHENTICATED", `the token is not accepted: ${reason}`);
    }
  }

  /** What a key of the set signed, for this hub and now. */
  private async signed(token: string): Promise<z.infer<typeof BoundClaims>> {
    const { payload, protectedHeader } = await jwtVerify(token, this.keys, {
      ...this.expected,
      algorithms: [...SIGNATURE_ALGORITHMS],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ["exp", "sub"],
      currentDate: new Date(this.now()),
    });
    if (!TYPES.test(protectedHeader.typ ?? "JWT")) {
      throw new ProofRefused("its typ is not an access token's");
    }
    const claims = BoundClaims.parse(payload);
    if ((claims.iat ?? 0) > this.now() / 1000 + CLOCK_TOLERANCE_SECONDS) {
      throw new ProofRefused("its iat lies ahead");
    }
    return claims;
  }
}

/** Why a token is not accepted; null where that is not for its holder to know. */
function reasonOf(error: unknown): string | null {
  if (error instanceof z.ZodError) {
    return `claim ${error.issues.map((issue) => issue.path.join(".")).join(", ")} is missing or malformed`;
  }
  return error instanceof ProofRefused ? error.message : jwtFault(error);
}
