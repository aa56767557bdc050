import { createHash, randomUUID } from "node:crypto";
import type { JWTPayload } from "jose";
import { ClientRegistry } from "../../../src/identity/clients/client-registry.js";
import type { Running } from "../../../src/start-hub.js";
import { newKeys, register, sign, signDpop, type Keys } from "../support.js";
import { send, type Connection, type Received } from "./send.js";

const ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const VIEWER = "{ viewer { client department duty } }";

/** The register of client systems on a running hub's database. */
export const registryOf = ({ databases }: Pick<Running, "databases">) =>
  new ClientRegistry(databases.main, register);

/** A system of 县民政局, registered with a hub and asking it over HTTP alone. */
export class ClientSystem {
  private constructor(
    readonly id: string,
    readonly hub: string,
    readonly keys: Keys,
    private readonly connection: Connection,
  ) {}

  /** Registers a system under an id of its own. */
  static async registered(running: Pick<Running, "databases" | "url">): Promise<ClientSystem> {
    const keys = await newKeys();
    const id = `window-${randomUUID().slice(0, 8)}`;
    const rights = {
      department: "县民政局",
      duties: ["1.2", "2.2"],
      jurisdiction: ["330726"],
    };
    await registryOf(running).add({ id, kind: "developer", key: keys.open, ...rights });
    return new ClientSystem(id, running.url, keys, {});
  }

  /** The same system on another connection. */
  on(connection: Connection): ClientSystem {
    return new ClientSystem(this.id, this.hub, this.keys, connection);
  }

  /** The same system before another door. */
  at(hub: string): ClientSystem {
    return new ClientSystem(this.id, hub, this.keys, this.connection);
  }

  get endpoint(): string {
    return `${this.hub}/oauth/token`;
  }

  get graphql(): string {
    return `${this.hub}/graphql`;
  }

  assertion(changed: JWTPayload = {}, signer: Keys = this.keys): Promise<string> {
    const exp = Math.floor(Date.now() / 1000) + 60;
    const claims = { iss: this.id, sub: this.id, aud: this.endpoint, exp, jti: randomUUID() };
    return sign({ ...claims, ...changed }, signer);
  }

  /** A token request that is right but for what is changed. */
  async requestToken(
    form: Readonly<Record<string, string>> = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Received> {
    const body = new URLSearchParams({
      grant_type: "client_credentials",
      client_assertion_type: ASSERTION_TYPE,
      client_assertion: form["client_assertion"] ?? (await this.assertion()),
      ...form,
    });
    return send(this.endpoint, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      body: body.toString(),
      connection: this.connection,
    });
  }

  async token(headers: Readonly<Record<string, string>> = {}): Promise<string> {
    const { status, text, json } = await this.requestToken({}, headers);
    if (status !== 200) throw new Error(text);
    return json.access_token;
  }

  /** Asks under duty 1.2. */
  ask(
    authorization: string,
    headers: Readonly<Record<string, string | readonly string[]>> = {},
    query: string = VIEWER,
    variables: object = {},
  ): Promise<Received> {
    return send(this.graphql, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "hub-duty": "1.2",
        "hub-case": "TEST-1",
        authorization,
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
      connection: this.connection,
    });
  }
}

/** A DPoP proof for a request, with the hash of the token that it is sent with. */
export function dpopProof(
  keys: Keys,
  url: string,
  { token, method = "POST" }: { readonly token?: string; readonly method?: string } = {},
): Promise<string> {
  const ath = token && createHash("sha256").update(token).digest("base64url");
  const iat = Math.floor(Date.now() / 1000);
  const claims = { htm: method, htu: url, iat, jti: randomUUID(), ...(ath ? { ath } : {}) };
  return signDpop(claims, keys);
}

/** What an answer of the hub comes down to: the status, and the codes of its errors. */
export function outcomeOf({ status, json }: Received): unknown[] {
  const errors: { extensions: { code: string } }[] = json?.errors ?? [];
  return [status, ...errors.map(({ extensions }) => extensions.code)];
}
