import { createHmac } from "node:crypto";
import type { JWTPayload } from "jose";
import { readConfig } from "../../../src/config.js";
import { departmentAudience, VOUCHED_TYPE } from "../../../src/identity/vouching.js";
import { publicHalf } from "../../../src/identity/clients/public-half.js";
import { signingKey } from "../../../src/identity/keys.js";
import { departmentSlugs } from "../../../src/index.js";
import { startTestHub, type TestHub } from "../../support/hubs.js";
import { newKeys, sign, type Keys } from "../support.js";
import { ClientSystem, dpopProof, outcomeOf } from "./client-system.js";
import { send, type Received } from "./send.js";

const UNAUTHENTICATED = [401, "UNAUTHENTICATED"];
const HUB = "pujiang-data-hub";

let hub: TestHub;
let system: ClientSystem;
/** The hub's own signing key. */
let own: Keys;
beforeAll(async () => {
  hub = await startTestHub();
  system = await ClientSystem.registered(hub.running);
  const secret = (await signingKey(readConfig(hub.environment, departmentSlugs)))!;
  own = { open: await publicHalf(secret), secret: secret as Keys["secret"] };
}, 120_000);
afterAll(() => hub?.close());

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
const now = () => Math.floor(Date.now() / 1000);
const claims = (changed: JWTPayload = {}): JWTPayload => ({
  iss: HUB,
  aud: HUB,
  exp: now() + 300,
  sub: system.id,
  department: "县民政局",
  duties: ["1.2"],
  jurisdiction: ["330726"],
  ...changed,
});
const challengesOf = ({ headers }: Received) => String(headers["www-authenticate"]);

describe("a token at the hub's door", () => {
  test("in order -> an answer", async () => {
    expect(outcomeOf(await system.ask(`Bearer ${await sign(claims(), own)}`))).toEqual([200]);
  });

  const hmac = () => {
    const content = `${encode({ alg: "HS256", kid: own.open.kid })}.${encode(claims())}`;
    const mac = createHmac("sha256", JSON.stringify(own.open)).update(content);
    return `${content}.${mac.digest("base64url")}`;
  };

  test.each<[string, () => string | Promise<string>]>([
    ["signed with nothing", () => `${encode({ alg: "none" })}.${encode(claims())}.`],
    ["HMAC with the public key as secret", hmac],
    ["another issuer's key", async () => sign(claims(), await newKeys("ES256", own.open.kid))],
    ["for another audience", () => sign(claims({ aud: "other" }), own)],
    ["of another issuer", () => sign(claims({ iss: "other" }), own)],
    ["expired", () => sign(claims({ exp: now() - 60 }), own)],
    [
      "the hub's word to a department",
      () => {
        const aud = departmentAudience(HUB, "agriculture");
        return sign(claims({ aud }), own, { typ: VOUCHED_TYPE });
      },
    ],
    ["of that kind for the hub", () => sign(claims(), own, { typ: VOUCHED_TYPE })],
    ["bound in a way not known here", () => sign(claims({ cnf: { kid: "1" } }), own)],
  ])("%s -> UNAUTHENTICATED", async (_what, token) => {
    const answer = await system.ask(`Bearer ${await token()}`);
    expect(outcomeOf(answer)).toEqual(UNAUTHENTICATED);
    expect(challengesOf(answer)).toMatch(/^Bearer realm="hub", error="invalid_token", DPoP algs=/);
  });

  test("no token -> both challenges, without an error", async () => {
    const answer = await send(system.graphql, { method: "POST" });
    expect(outcomeOf(answer)).toEqual(UNAUTHENTICATED);
    expect(challengesOf(answer)).toMatch(/^Bearer realm="hub", DPoP algs="ES256 [^"]+"$/);
  });

  test("another refusal -> no challenge", async () => {
    const answer = await system.ask(`Bearer ${await system.token()}`, { "hub-duty": "9.9" });
    expect([answer.status, answer.headers["www-authenticate"]]).toEqual([400, undefined]);
  });
});

describe("a token bound to a key", () => {
  let holder: Keys;
  let token: string;
  beforeAll(async () => {
    holder = await newKeys();
    const dpop = await dpopProof(holder, system.endpoint);
    const { json } = await system.requestToken({}, { dpop });
    expect(json.token_type).toBe("DPoP");
    token = json.access_token;
  });

  const prove = (url = system.graphql, method = "POST", keys = holder) =>
    dpopProof(keys, url, { token, method });
  const ask = async (dpop: string | readonly string[]) => system.ask(`DPoP ${token}`, { dpop });

  test("with a proof of that key -> an answer, as often as there are proofs", async () => {
    expect(outcomeOf(await ask(await prove()))).toEqual([200]);
    expect(outcomeOf(await ask(await prove()))).toEqual([200]);
  });

  test("by GET -> the proof names the address without the query", async () => {
    const url = `${system.graphql}?query=${encodeURIComponent("{ viewer { client } }")}`;
    const headers = { authorization: `DPoP ${token}`, "hub-duty": "1.2", "hub-case": "TEST-1" };
    const dpop = await prove(system.graphql, "GET");
    const answer = await send(url, { headers: { ...headers, dpop } });
    expect(answer.json.data.viewer.client).toBe(system.id);
  });

  test("the same proof again -> UNAUTHENTICATED", async () => {
    const proof = await prove();
    expect(outcomeOf(await ask(proof))).toEqual([200]);
    const answer = await ask(proof);
    expect(outcomeOf(answer)).toEqual(UNAUTHENTICATED);
    expect(challengesOf(answer)).toMatch(/^Bearer realm="hub", DPoP .*error="invalid_dpop_proof"$/);
  });

  test("two at once with one proof -> one answer", async () => {
    const proof = await prove();
    const outcomes = await Promise.all([1, 2, 3].map(async () => (await ask(proof)).status));
    expect(outcomes.sort()).toEqual([200, 401, 401]);
  });

  test.each<[string, () => Promise<string | readonly string[]>]>([
    ["for another address", () => prove(system.endpoint)],
    ["for another method", () => prove(system.graphql, "GET")],
    ["of another key", async () => prove(system.graphql, "POST", await newKeys())],
    ["and a second one", async () => [await prove(), await prove()]],
    ["that is none", async () => "x"],
  ])("with a proof %s -> UNAUTHENTICATED", async (_what, proof) => {
    expect(outcomeOf(await ask(await proof()))).toEqual(UNAUTHENTICATED);
  });

  test("stolen, as a bearer token -> UNAUTHENTICATED", async () => {
    expect(outcomeOf(await system.ask(`Bearer ${token}`))).toEqual(UNAUTHENTICATED);
    expect(outcomeOf(await system.ask(`DPoP ${token}`))).toEqual(UNAUTHENTICATED);
  });
});
