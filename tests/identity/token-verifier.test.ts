import { createHmac } from "node:crypto";
import type { JWTPayload } from "jose";
import { certificateThumbprint } from "../../src/identity/clients/possession.js";
import { Clock, EXPECTED, newKeys, outcome, sign, tokenClaims, verifierOf } from "./support.js";
import type { Keys } from "./support.js";

const clock = new Clock();
let issuer: Keys;
beforeAll(async () => {
  issuer = await newKeys();
});

const verifier = () => verifierOf(issuer, { now: clock.now });
const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");

/** What comes of a token that is right but for some claims. */
async function outcomeOf(claims: JWTPayload, header = {}): Promise<string> {
  return outcome(verifier(), await sign(tokenClaims(clock, claims), issuer, header));
}

describe("a token", () => {
  test("in order -> its claims and no others", async () => {
    const token = await sign(tokenClaims(clock, { operator: "王芳", other: 1, iat: 1 }), issuer);
    expect(await verifier().verify(token)).toEqual({
      sub: "civil-affairs-window",
      department: "县民政局",
      duties: ["1.2", "2.3"],
      jurisdiction: ["330726"],
      operator: "王芳",
      kind: null,
    });
  });

  test.each<[string, JWTPayload]>([
    ["29 s after its end", { exp: clock.seconds(-29) }],
    ["30 s before its start", { nbf: clock.seconds(30), iat: clock.seconds(30) }],
    ["for several audiences, this hub among them", { aud: ["other", EXPECTED.audience] }],
  ])("%s -> accepted", async (_what, claims) => {
    expect(await outcomeOf(claims)).toBe("accepted");
  });

  test.each<[string, JWTPayload, RegExp]>([
    ["30 s after its end", { exp: clock.seconds(-30) }, /expired/],
    ["31 s before its start", { nbf: clock.seconds(31) }, /nbf/],
    ["issued 31 s from now", { iat: clock.seconds(31) }, /iat/],
    ["without an end", { exp: undefined }, /exp/],
    ["of another issuer", { iss: "other" }, /iss/],
    ["for another audience", { aud: "other" }, /aud/],
    ["without a client", { sub: undefined }, /sub/],
    ["without a department", { department: undefined }, /department/],
    ["without duties", { duties: [] }, /duties/],
    ["without divisions", { jurisdiction: [] }, /jurisdiction/],
    ["for every division", { jurisdiction: [""] }, /jurisdiction/],
  ])("%s -> UNAUTHENTICATED", async (_what, claims, reason) => {
    const refused = await outcomeOf(claims);
    expect(refused).toMatch(/^UNAUTHENTICATED: the token is not accepted: /);
    expect(refused).toMatch(reason);
  });

  test.each(["JWT", "at+jwt", "application/at+jwt"])("of type %s -> accepted", async (typ) => {
    expect(await outcomeOf({}, { typ })).toBe("accepted");
  });

  test.each(["dpop+jwt", "logout+jwt", "client-authentication+jwt"])(
    "of type %s -> UNAUTHENTICATED",
    async (typ) => {
      expect(await outcomeOf({}, { typ })).toMatch(/^UNAUTHENTICATED: .* typ/);
    },
  );

  test("of another key under the issuer's key id -> UNAUTHENTICATED", async () => {
    const forged = await sign(tokenClaims(clock), await newKeys("ES256", issuer.open.kid));
    expect(await outcome(verifier(), forged)).toMatch(/^UNAUTHENTICATED: .* signature/);
  });

  test("signed with nothing -> UNAUTHENTICATED", async () => {
    const unsigned = `${encode({ alg: "none" })}.${encode(tokenClaims(clock))}.`;
    expect(await outcome(verifier(), unsigned)).toMatch(/^UNAUTHENTICATED/);
  });

  test.each(["HS256", "HS512"])(
    "%s with the public key as secret -> UNAUTHENTICATED",
    async (alg) => {
      const { kid } = issuer.open;
      const content = `${encode({ alg, kid })}.${encode(tokenClaims(clock))}`;
      const secret = JSON.stringify(issuer.open);
      const mac = createHmac(alg.replace("HS", "sha"), secret).update(content).digest("base64url");
      expect(await outcome(verifier(), `${content}.${mac}`)).toMatch(
        /^UNAUTHENTICATED: .* algorithm/,
      );
    },
  );

  test("that brings its own key -> UNAUTHENTICATED", async () => {
    const stranger = await newKeys();
    const token = await sign(tokenClaims(clock), stranger, { jwk: stranger.open });
    expect(await outcome(verifier(), token)).toMatch(/^UNAUTHENTICATED: .* no known key/);
  });

  test("changed after signing -> UNAUTHENTICATED", async () => {
    const [head, , signature] = (await sign(tokenClaims(clock), issuer)).split(".");
    const wider = encode(tokenClaims(clock, { duties: ["1.2", "2.3", "3.1"] }));
    const changed = `${head}.${wider}.${signature}`;
    expect(await outcome(verifier(), changed)).toMatch(/^UNAUTHENTICATED/);
  });
});

describe("a token bound to a certificate", () => {
  const certificate = certificateThumbprint(Buffer.from("a certificate's bytes"));
  const other = certificateThumbprint(Buffer.from("another's"));
  const bound = (cnf: unknown) => sign(tokenClaims(clock, { cnf }), issuer);

  test("with that certificate -> accepted", async () => {
    const token = await bound({ "x5t#S256": certificate });
    expect(await outcome(verifier(), token, { certificate })).toBe("accepted");
  });

  test.each([
    ["no certificate", undefined],
    ["another certificate", other],
    ["an empty thumbprint", ""],
  ])("with %s -> UNAUTHENTICATED", async (_what, presented) => {
    const token = await bound({ "x5t#S256": certificate });
    const refused = await outcome(verifier(), token, { certificate: presented });
    expect(refused).toMatch(/^UNAUTHENTICATED: .* client certificate/);
  });

  test("with a key to prove as well -> the certificate alone is not enough", async () => {
    const token = await bound({ "x5t#S256": certificate, jkt: issuer.open.kid });
    expect(await outcome(verifier(), token, { certificate })).toMatch(/^UNAUTHENTICATED/);
  });

  test.each([
    ["in a way not known here", { "x5t#S512": certificate }],
    ["in a way not known here as well", { "x5t#S256": certificate, kid: "1" }],
    ["to a whole key", { jwk: { kty: "EC" } }],
    ["to nothing", {}],
    ["by a text", "x5t#S256"],
    ["to an empty thumbprint", { "x5t#S256": "" }],
    ["by null", null],
  ])("%s -> UNAUTHENTICATED", async (_what, cnf) => {
    const refused = await outcome(verifier(), await bound(cnf), { certificate });
    expect(refused).toMatch(/^UNAUTHENTICATED: .* cnf/);
  });
});
