import { importJWK, SignJWT, type CryptoKey, type JWK, type JWTPayload } from "jose";
import type { Caller } from "./caller.js";
import type { TokenExpectations } from "./token-verifier.js";

/** The `typ` of what the hub says to a department: no access token, so no front door takes it. */
export const VOUCHED_TYPE = "caller+jwt";

/** Seconds that it is good for: longer than any one request to a department. */
const LIFETIME_SECONDS = 60;

/** Milliseconds for which the same is said again in the same words: to sign and to check them costs more than many a request. */
const REPEATED = 5000;

/** Callers at departments that are remembered at most; beyond, they start over. */
const MAXIMUM_REMEMBERED = 1000;

/** Who a token to one department is for; what is said to one department no other one believes. */
export function departmentAudience(audience: string, slug: string): string {
  return `${audience}/${slug}`;
}

/** A token that was signed, and when. */
interface Said {
  readonly at: number;
  readonly token: Promise<string>;
}

/**
 * The hub's word for its callers to departments elsewhere. A department that gets it never sees the
 * caller's own token, and so cannot use that anywhere.
 */
export class Voucher {
  private readonly said = new Map<string, Said>();

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
    const word = { ...claims, ...(operator ? { operator } : {}) };
    return { ...caller.credentials, authorization: `Bearer ${await this.tokenFor(word, slug)}` };
  }

  private tokenFor(word: JWTPayload, slug: string): Promise<string> {
    const key = JSON.stringify([slug, word]);
    const now = Date.now();
    const known = this.said.get(key);
    // A clock that was set back makes a word seem to be of later.
    if (known && known.at <= now && now < known.at + REPEATED) return known.token;
    if (this.said.size >= MAXIMUM_REMEMBERED) this.said.clear();
    const token = this.sign(word, slug);
    this.said.set(key, { at: now, token });
    token.catch(() => this.said.delete(key));
    return token;
  }

  private sign(word: JWTPayload, slug: string): Promise<string> {
    return new SignJWT(word)
      .setProtectedHeader({ ...this.header, typ: VOUCHED_TYPE })
      .setIssuer(this.tokens.issuer)
      .setAudience(departmentAudience(this.tokens.audience, slug))
      .setIssuedAt()
      .setExpirationTime(`${LIFETIME_SECONDS}s`)
      .sign(this.key);
  }
}
