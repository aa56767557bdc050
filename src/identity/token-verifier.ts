import { jwtVerify, type JWTVerifyGetKey } from "jose";
import { z } from "zod";
import type { AdmittedClaims, ClientGate } from "./clients/client-gate.js";
import { checkPossession, Confirmation, type Presented } from "./clients/possession.js";
import { jwtFault, ProofRefused } from "./clients/proof-refused.js";
import { CLOCK_TOLERANCE_SECONDS, SIGNATURE_ALGORITHMS } from "./clients/signature-rules.js";
import type { UsedProofs } from "./clients/used-proofs.js";
import { Unauthenticated, type IdentityFault } from "./unauthenticated.js";

export { readKeySet } from "./clients/key-set.js";

/** The `typ` of a JWT that may be an access token: plain, or as RFC 9068 says. */
const isAccessToken = (typ: string) => /^(application\/)?(at\+)?jwt$/i.test(typ);

const Claims = z.object({
  sub: z.string().min(1),
  department: z.string().min(1),
  duties: z.array(z.string()).min(1),
  jurisdiction: z.array(z.string().regex(/^\d{2,12}$/)).min(1),
  operator: z.string().min(1).optional(),
});

const BoundClaims = Claims.extend({
  cnf: Confirmation.optional(),
  iat: z.number().optional(),
  exp: z.number(),
});

/** Milliseconds for which a verified token is taken as such when it comes again: a withdrawn key counts so long. */
const RECENT = 2000;

/** Tokens that are remembered at most; beyond, they start over. */
const MAXIMUM_RECENT = 1000;

/** The claims of a verified access token. */
export type TokenClaims = z.infer<typeof Claims>;

/** A verified token's claims, and what its holder must have. */
type BoundClaims = z.infer<typeof BoundClaims>;

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
  /** Whether tokens go on to departments elsewhere as they are, so that none may be bound or narrowed. */
  readonly passedOn?: boolean | undefined;
  /** Whether a token's `typ` is as it should be; that of access tokens unless given. */
  readonly isType?: ((typ: string) => boolean) | undefined;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
}

/** Finds out who presents a token. */
export type Verifier = Pick<TokenVerifier, "verify">;

/** Verifies access tokens against a key set. */
export class TokenVerifier {
  private readonly now: () => number;
  private readonly recent = new Map<
    string,
    { readonly claims: BoundClaims; readonly until: number }
  >();

  constructor(
    private readonly keys: JWTVerifyGetKey,
    private readonly expected: TokenExpectations,
    private readonly checks: TokenChecks = {},
  ) {
    this.now = checks.now ?? Date.now;
  }

  /**
   * What a token gives to who presents it.
   * @param know is told what the token says once its holder is proven, also where it is refused then
   * @throws Unauthenticated saying why without repeating the token; HubError SOURCE_UNAVAILABLE
   *   where the key set, the register of client systems or the account of proofs cannot be asked.
   */
  async verify(
    token: string,
    presented: Presented = {},
    know: (claims: TokenClaims) => void = () => undefined,
  ): Promise<AdmittedClaims> {
    const { clients, used = null, passedOn = false } = this.checks;
    try {
      const { cnf = null, iat: _issued, exp: _expires, ...claims } = await this.signed(token);
      await checkPossession(token, cnf, presented, used, this.now());
      know(claims);
      const admitted = clients
        ? await clients.admit(claims)
        : Object.assign({}, claims, { kind: null });
      if (passedOn) checkPassable(cnf, claims, admitted);
      return admitted;
    } catch (error) {
      const fault = faultOf(error);
      if (fault === null) throw error;
      throw new Unauthenticated(`the token is not accepted: ${fault.reason}`, fault.code);
    }
  }

  /** What a key of the set signed, for this hub and now; a token that returns is not verified anew for a moment. */
  private async signed(token: string): Promise<BoundClaims> {
    const now = this.now();
    const known = this.recent.get(token);
    if (known && now < known.until) return known.claims;
    const claims = await this.verified(token);
    const expires = (claims.exp + CLOCK_TOLERANCE_SECONDS) * 1000;
    if (this.recent.size >= MAXIMUM_RECENT) this.recent.clear();
    this.recent.set(token, { claims, until: Math.min(now + RECENT, expires) });
    return claims;
  }

  private async verified(token: string): Promise<BoundClaims> {
    const { isType = isAccessToken } = this.checks;
    const { payload, protectedHeader } = await jwtVerify(token, this.keys, {
      ...this.expected,
      algorithms: [...SIGNATURE_ALGORITHMS],
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ["exp", "sub"],
      currentDate: new Date(this.now()),
    });
    if (!isType(protectedHeader.typ ?? "JWT")) {
      throw new ProofRefused("its typ is not an access token's");
    }
    const claims = BoundClaims.parse(payload);
    if ((claims.iat ?? 0) > this.now() / 1000 + CLOCK_TOLERANCE_SECONDS) {
      throw new ProofRefused("its iat lies ahead");
    }
    return claims;
  }
}

/** A token goes on as it is only where a department must read the same in it as this hub. */
function checkPassable(
  cnf: Confirmation | null,
  claims: TokenClaims,
  { duties, jurisdiction }: AdmittedClaims,
): void {
  const keyless =
    "this hub, which has no signing key, cannot speak for it to departments elsewhere";
  if (cnf) throw new ProofRefused(`it is bound to its holder, and ${keyless}`);
  const said = [claims.duties, claims.jurisdiction];
  if (JSON.stringify([duties, jurisdiction]) !== JSON.stringify(said)) {
    throw new ProofRefused(`it says more than its client is registered with, and ${keyless}`);
  }
}

/** Why a token is not accepted; null where that is not for its holder to know. */
function faultOf(error: unknown): { readonly code: IdentityFault; readonly reason: string } | null {
  if (error instanceof ProofRefused) return { code: error.fault, reason: error.message };
  const reason = error instanceof z.ZodError ? malformed(error) : jwtFault(error);
  return reason === null ? null : { code: "invalid_token", reason };
}

function malformed({ issues }: z.ZodError): string {
  return `claim ${issues.map(({ path }) => path.join(".")).join(", ")} is missing or malformed`;
}
