import { importJWK, SignJWT, type CryptoKey, type JWK } from "jose";
import type { Caller } from "./caller.js";
import type { TokenExpectations } from "./token-verifier.js";

/** The `typ` of what the hub says to a department: no access token, so no front door takes it. */
export const VOUCHED_TYPE = "caller+jwt";

/** Seconds that it is good for: one request to one department. */
const LIFETIME_SECONDS = 60;

/** Who a token to one department is for; what is said to one department no other one believes. */
export function departmentAudience(audience: string, slug: string): string {
  return `${audience}/${slug}`;
}

/**
 * The hub's word for its callers to departments elsewhere. A department that gets it never sees the
 * caller's own token, and so cannot use that anywhere.
 */
export class Voucher {
  private constructor(
    private readonly key: CryptoKey | Uint8Array,
    private readonly header: { readonly alg: string; readonly kid?: string | undefined },
    private readonly tokens: TokenExpectations,
  ) {}

  /** A hub's word under its signing key. */
  static async under(key: JWK, tokens: TokenExpectations): Promise<Voucher> {
    const { alg = "ES256", kid } = key;
    return new Voucher(await importJWK(key, alg), { alg, kid }, tokens);
  }

  /** The headers that carry a caller on to one department: its verified rights, narrowed to the duty of this request. */
  async credentials(caller: Caller, slug: string): Promise<Readonly<Record<string, string>>> {
    const { client: sub, department, duty, jurisdiction, operator } = caller;
    const claims = { sub, department, duties: [duty], jurisdiction };
    const token = await new SignJWT({ ...claims, ...(operator ? { operator } : {}) })
      .setProtectedHeader({ ...this.header, typ: VOUCHED_TYPE })
      .setIssuer(this.tokens.issuer)
      .setAudience(departmentAudience(this.tokens.audience, slug))
      .setIssuedAt()
      .setExpirationTime(`${LIFETIME_SECONDS}s`)
      .sign(this.key);
    return { ...caller.credentials, authorization: `Bearer ${token}` };
  }
}
