import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { JWK, JWTPayload } from "jose";
import { startTestHub, type TestHub } from "../../support/hubs.js";
import { newKeys, sign, type Keys } from "../support.js";
import { ClientSystem, dpopProof, outcomeOf } from "./client-system.js";
import { send } from "./send.js";
import { within } from "../../support/within.js";

const ISSUER = "https://tokens.county.example";
const UNAUTHENTICATED = [401, "UNAUTHENTICATED"];

let first: Keys;
let second: Keys;
let published: JWK[];
let issuer: Server;
let hub: TestHub;
let system: ClientSystem;
beforeAll(async () => {
  [first, second] = await Promise.all([newKeys(), newKeys()]);
  published = [first.open];
  issuer = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ keys: published }));
  });
  await new Promise<void>((resolve) => issuer.listen(0, "127.0.0.1", resolve));
  hub = await startTestHub({
    environment: {
      HUB_JWKS: `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/jwks`,
      HUB_ISSUER: ISSUER,
      HUB_REGISTERED_CLIENTS_ONLY: "true",
      AGRICULTURE_URL: "http://127.0.0.1:9/graphql",
    },
  });
  system = await ClientSystem.registered(hub.running);
}, 120_000);
afterAll(async () => {
  await hub?.close();
  issuer?.closeAllConnections();
  await new Promise((resolve) => issuer.close(resolve));
});
afterEach(() => jest.restoreAllMocks());

function tokenOf(keys: Keys, changed: JWTPayload = {}): Promise<string> {
  const claims = {
    iss: ISSUER,
    aud: "pujiang-data-hub",
    exp: Math.floor(Date.now() / 1000) + 300,
    sub: system.id,
    department: "县民政局",
    duties: ["1.2"],
    jurisdiction: ["330726"],
    ...changed,
  };
  return sign(claims, keys);
}

const ask = async (keys: Keys, changed: JWTPayload = {}) =>
  outcomeOf(await system.ask(`Bearer ${await tokenOf(keys, changed)}`));

test("a token of the issuer -> an answer", async () => {
  await within(5000, async () => expect(await ask(first)).toEqual([200]));
});

test("a client that is not registered -> UNAUTHENTICATED where that is required", async () => {
  expect(await ask(first, { sub: "stranger" })).toEqual(UNAUTHENTICATED);
});

test("keys rotated at the URL -> the new one counts, and the old one no more", async () => {
  expect(await ask(second)).toEqual(UNAUTHENTICATED);
  published = [second.open];
  const later = Date.now() + 31_000;
  jest.spyOn(Date, "now").mockImplementation(() => later);
  expect(await ask(second)).toEqual([200]);
  expect(await ask(first)).toEqual(UNAUTHENTICATED);
  published = [first.open, second.open];
});

describe("before a department elsewhere, without a signing key to speak for callers", () => {
  const NO_KEY = /which has no signing key, cannot speak for it to departments elsewhere$/;

  test.each<[string, JWTPayload]>([
    ["more duties than the client's", { duties: ["1.2", "1.3"] }],
    ["more divisions than the client's", { jurisdiction: ["33"] }],
  ])("a token for %s -> UNAUTHENTICATED, saying why", async (_what, changed) => {
    const answer = await system.ask(`Bearer ${await tokenOf(second, changed)}`);
    expect(outcomeOf(answer)).toEqual(UNAUTHENTICATED);
    expect(answer.json.errors[0].message).toMatch(NO_KEY);
  });

  test("a token bound to a key, with a proof of it -> UNAUTHENTICATED, saying why", async () => {
    const holder = await newKeys();
    const token = await tokenOf(second, { cnf: { jkt: holder.open.kid } });
    const dpop = await dpopProof(holder, system.graphql, { token });
    const answer = await system.ask(`DPoP ${token}`, { dpop });
    expect(outcomeOf(answer)).toEqual(UNAUTHENTICATED);
    expect(answer.json.errors[0].message).toMatch(NO_KEY);
  });
});

test.each(["/oauth/token", "/.well-known/jwks.json", "/.well-known/oauth-authorization-server"])(
  "%s -> not found: the hub issues no tokens",
  async (path) => {
    expect((await send(`${hub.url}${path}`, { method: "POST" })).status).toBe(404);
  },
);
