import { randomUUID } from "node:crypto";
import { importJWK, SignJWT, type JWK } from "jose";

/** Who asks for tokens. */
export interface Client {
  /** As it is registered with the hub. */
  readonly id: string;
  /** Its private key. */
  readonly key: JWK;
  readonly duty: string;
}

/** Seconds before a token ends at which the next one is fetched. */
const EARLY = 30;

const ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

interface Token {
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly renewAt: number;
}

/** Fetches a token (OAuth 2 client credentials, private_key_jwt), keeps it, and renews it before it ends. */
export class TokenSource {
  private token: Promise<Token> | null = null;

  constructor(
    private readonly hub: string,
    private readonly client: Client,
  ) {}

  /** A token that is good for half a minute at least. @throws Error where the hub gives none. */
  async get(): Promise<string> {
    this.token ??= this.fetch();
    try {
      const { text, renewAt } = await this.token;
      if (Date.now() < renewAt) return text;
    } catch (error) {
      this.token = null;
      throw error;
    }
    this.token = null;
    return this.get();
  }

  /** The token was refused: the next one is fetched. */
  forget(): void {
    this.token = null;
  }

  private async fetch(): Promise<Token> {
    const endpoint = `${this.hub}/oauth/token`;
    const response = await fetch(endpoint, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        scope: this.client.duty,
        client_assertion_type: ASSERTION_TYPE,
        client_assertion: await this.assertion(endpoint),
      }),
    });
    if (!response.ok) throw new Error(`no token: ${response.status} ${await response.text()}`);
    const { access_token: text, expires_in: seconds } = (await response.json()) as {
      access_token: string;
      expires_in: number;
    };
    return { text, renewAt: Date.now() + Math.max(seconds - EARLY, 1) * 1000 };
  }

  /** Says who asks; good once, for a minute. */
  private async assertion(audience: string): Promise<string> {
    const { id, key } = this.client;
    const { alg = "ES256", kid } = key;
    return new SignJWT()
      .setProtectedHeader({ alg, kid })
      .setIssuer(id)
      .setSubject(id)
      .setAudience(audience)
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime("1m")
      .sign(await importJWK(key, alg));
  }
}
