import type { JWTPayload } from "jose";
import {
  issueAccessToken,
  type TokenEndpoint,
  type TokenRequest,
  type TokenRequestHeaders,
} from "../../src/identity/clients/token-endpoint.js";
import {
  assertionClaims,
  EXPECTED,
  register,
  sign,
  TOKEN_ENDPOINT,
  type Bench,
  type Keys,
} from "./support.js";

export const FORM = { "content-type": "application/x-www-form-urlencoded" };

/** An answer of the token endpoint, its body parsed. */
export interface TokenAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, string>>;
}

/** Requests of one client to a token endpoint that works on a bench. */
export class TokenRequests {
  constructor(
    private readonly bench: Bench,
    private readonly keys: Keys,
    private readonly hub: Keys,
  ) {}

  endpoint(changed: Partial<TokenEndpoint> = {}): TokenEndpoint {
    return {
      registry: this.bench.registry,
      used: this.bench.used,
      register,
      signingKey: this.hub.secret,
      tokens: EXPECTED,
      address: TOKEN_ENDPOINT,
      now: this.bench.clock.now,
      ...changed,
    };
  }

  /** A right assertion but for some claims. */
  assertion(claims: JWTPayload = {}, signer = this.keys, header: object = {}): Promise<string> {
    return sign(assertionClaims(this.bench.clock, claims), signer, header);
  }

  /** A right form around an assertion, but for some parameters. */
  form(assertion: string, changed: object = {}): URLSearchParams {
    return new URLSearchParams({
      grant_type: "client_credentials",
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: assertion,
      ...changed,
    });
  }

  async post(
    form: URLSearchParams,
    headers: TokenRequestHeaders = FORM,
    endpoint = this.endpoint(),
  ): Promise<TokenAnswer> {
    const request: TokenRequest = { headers };
    const { body, ...answer } = await issueAccessToken(form, request, endpoint);
    expect(answer.headers["cache-control"]).toBe("no-store");
    return { ...answer, body: JSON.parse(body) };
  }

  /** A request with this assertion. */
  present(assertion: string, endpoint?: TokenEndpoint): Promise<TokenAnswer> {
    return this.post(this.form(assertion), FORM, endpoint);
  }

  /** A request that is right but for what is changed in its form. */
  async ask(form: object = {}, headers?: TokenRequestHeaders): Promise<TokenAnswer> {
    return this.post(this.form(await this.assertion(), form), headers);
  }
}
