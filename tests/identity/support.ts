import { createHash, randomUUID } from "node:crypto";
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  SignJWT,
  type JWK,
  type JWTHeaderParameters,
  type JWTPayload,
} from "jose";
import type { Database } from "../../src/database/database.js";
import { migrate } from "../../src/database/migrate.js";
import { shippedMigrations } from "../../src/database/sources.js";
import type { ClientApplication } from "../../src/identity/clients/check-application.js";
import { ClientRegistry } from "../../src/identity/clients/client-registry.js";
import type { Presented } from "../../src/identity/clients/possession.js";
import { UsedProofs } from "../../src/identity/clients/used-proofs.js";
import {
  TokenVerifier,
  type TokenChecks,
  type Verifier,
} from "../../src/identity/token-verifier.js";
import { loadRegister } from "../../src/policy/register/load-register.js";
import { eachDatabase } from "../support/databases.js";

export const register = loadRegister();
export const EXPECTED = { issuer: "the-hub", audience: "the-hub" };
export const TOKEN_ENDPOINT = "https://hub.example/oauth/token";
export const GRAPHQL = { method: "POST", url: "https://hub.example/graphql" };
export const ID = "civil-affairs-window";

/** A clock that stands until it is told to pass. */
export class Clock {
  private time = Date.UTC(2026, 2, 1);
  readonly now = () => this.time;
  readonly seconds = (later = 0) => Math.floor(this.time / 1000) + later;
  pass(seconds: number): void {
    this.time += seconds * 1000;
  }
}

/** Both halves of a key pair, with the key's id. */
export interface Keys {
  readonly open: JWK & { readonly kid: string };
  readonly secret: JWK & { readonly kid: string };
}

export async function newKeys(alg = "ES256", kid?: string): Promise<Keys> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  const { d, p, q, dp, dq, qi, ...members } = await exportJWK(privateKey);
  const open = { ...members, kid: kid ?? (await calculateJwkThumbprint(members)), alg };
  return { open, secret: JSON.parse(JSON.stringify({ ...open, d, p, q, dp, dq, qi })) };
}

/** A compact JWS over claims, with whatever header. */
export function sign(
  claims: JWTPayload,
  { secret }: Keys,
  header: Partial<JWTHeaderParameters> = {},
): Promise<string> {
  const { alg = "ES256", kid } = secret;
  return new SignJWT(claims).setProtectedHeader({ alg, kid, ...header }).sign(secret);
}

/** What a right assertion says; `undefined` takes a claim away. */
export function assertionClaims(clock: Clock, changed: JWTPayload = {}): JWTPayload {
  const claims = { iss: ID, sub: ID, aud: TOKEN_ENDPOINT, exp: clock.seconds(60) };
  return JSON.parse(JSON.stringify({ ...claims, jti: randomUUID(), ...changed }));
}

/** What a right DPoP proof says about a request; `undefined` takes a claim away. */
export function dpopClaims(
  clock: Clock,
  { method, url }: { readonly method: string; readonly url: string },
  token: string | null,
  changed: JWTPayload = {},
): JWTPayload {
  const ath = token === null ? undefined : createHash("sha256").update(token).digest("base64url");
  const claims = { htm: method, htu: url, iat: clock.seconds(), jti: randomUUID(), ath };
  return JSON.parse(JSON.stringify({ ...claims, ...changed }));
}

export function signDpop(claims: JWTPayload, keys: Keys, header = {}): Promise<string> {
  return sign(claims, keys, { typ: "dpop+jwt", jwk: keys.open, ...header });
}

/** What a right access token says; `undefined` takes a claim away. */
export function tokenClaims(clock: Clock, changed: JWTPayload = {}): JWTPayload {
  const claims = {
    iss: EXPECTED.issuer,
    aud: EXPECTED.audience,
    exp: clock.seconds(600),
    sub: ID,
    department: "县民政局",
    duties: ["1.2", "2.3"],
    jurisdiction: ["330726"],
  };
  return JSON.parse(JSON.stringify({ ...claims, ...changed }));
}

export const verifierOf = ({ open }: Keys, checks: TokenChecks = {}): TokenVerifier =>
  new TokenVerifier(createLocalJWKSet({ keys: [open] }), EXPECTED, checks);

/** What comes of a verification: "accepted", or the code and why. */
export async function outcome(
  verifier: Verifier,
  token: string,
  presented?: Presented,
): Promise<string> {
  return verifier.verify(token, presented).then(
    () => "accepted",
    (error) => `${error.code}: ${error.message}`,
  );
}

/** A registry on a real database, empty at each test's start, and a clock that all of it goes by. */
export interface Bench {
  readonly database: Database;
  readonly clock: Clock;
  readonly registry: ClientRegistry;
  readonly used: UsedProofs;
  /** Registers a client of 县民政局. */
  add(key: JWK, changed?: Partial<ClientApplication>): Promise<void>;
}

/** Describes the same behaviour on every real database. */
export function eachBench(describeOn: (bench: () => Bench) => void): void {
  eachDatabase((_kind, open) => {
    let bench: Bench;
    beforeAll(async () => {
      await migrate(await open(), shippedMigrations("clients"));
    });
    beforeEach(async () => {
      const database = await open();
      await database.query("truncate clients.client, clients.used_proof");
      bench = benchOf(database);
    });
    describeOn(() => bench);
  });
}

function benchOf(database: Database): Bench {
  const clock = new Clock();
  const registry = new ClientRegistry(database, register, clock.now);
  return {
    database,
    clock,
    registry,
    used: new UsedProofs(database, clock.now),
    async add(key, changed = {}) {
      await registry.add({
        id: ID,
        department: "县民政局",
        duties: ["1.2", "2.3"],
        jurisdiction: ["330726"],
        kind: "system",
        key,
        ...changed,
      });
    },
  };
}
