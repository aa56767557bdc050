import { generateKeyPairSync } from "node:crypto";
import type { JWK, JWTPayload } from "jose";
import type { Presented } from "../../src/identity/clients/possession.js";
import { UsedProofs } from "../../src/identity/clients/used-proofs.js";
import {
  dpopClaims,
  eachBench,
  GRAPHQL,
  newKeys,
  outcome,
  sign,
  signDpop,
  tokenClaims,
  verifierOf,
  type Keys,
} from "./support.js";

let issuer: Keys;
let holder: Keys;
let stranger: Keys;
beforeAll(async () => {
  [issuer, holder, stranger] = await Promise.all([newKeys(), newKeys(), newKeys()]);
});

eachBench((bench) => {
  const verifier = (used: UsedProofs | undefined = bench().used) =>
    verifierOf(issuer, { used, now: bench().clock.now });
  const boundToken = () =>
    sign(tokenClaims(bench().clock, { cnf: { jkt: holder.open.kid } }), issuer);
  const freeToken = () => sign(tokenClaims(bench().clock), issuer);

  const prove = (token: string, claims: JWTPayload = {}, keys = holder, header = {}) =>
    signDpop(dpopClaims(bench().clock, GRAPHQL, token, claims), keys, header);
  const withProof = (proof: string, request = GRAPHQL): Presented => ({
    scheme: "DPoP",
    dpop: { ...request, proof },
  });

  describe("a token bound to a key", () => {
    const outcomeOf = async (
      claims: JWTPayload,
      keys = holder,
      header: object = {},
      request = GRAPHQL,
    ) => {
      const token = await boundToken();
      const proof = await prove(token, claims, keys, header);
      return outcome(verifier(), token, withProof(proof, request));
    };

    test("with a proof of that key -> accepted", async () => {
      expect(await outcomeOf({})).toBe("accepted");
    });

    test.each(["ES384", "Ed25519", "PS256", "RS256"])(
      "with a key for %s -> accepted",
      async (alg) => {
        const keys = await newKeys(alg);
        const token = await sign(
          tokenClaims(bench().clock, { cnf: { jkt: keys.open.kid } }),
          issuer,
        );
        const proof = await prove(token, {}, keys);
        expect(await outcome(verifier(), token, withProof(proof))).toBe("accepted");
      },
    );

    test("with another key's proof -> UNAUTHENTICATED", async () => {
      expect(await outcomeOf({}, stranger)).toMatch(/^UNAUTHENTICATED: .* another key/);
    });

    test.each<[string, (proof: string) => Presented]>([
      ["without a proof", () => ({})],
      ["without a proof, as if it had one", () => ({ scheme: "DPoP" })],
      ["as a bearer's, with a proof", (proof) => ({ dpop: { ...GRAPHQL, proof } })],
    ])("%s -> UNAUTHENTICATED", async (_what, presented) => {
      const token = await boundToken();
      const refused = await outcome(verifier(), token, presented(await prove(token)));
      expect(refused).toMatch(/^UNAUTHENTICATED: .* bound to a key/);
    });

    test("with a proof used before, by whichever process -> UNAUTHENTICATED", async () => {
      const token = await boundToken();
      const presented = withProof(await prove(token));
      const other = verifier(new UsedProofs(bench().database, bench().clock.now));
      expect(await outcome(verifier(), token, presented)).toBe("accepted");
      expect(await outcome(verifier(), token, presented)).toMatch(/used before/);
      expect(await outcome(other, token, presented)).toMatch(/used before/);
      bench().clock.pass(89);
      expect(await outcome(verifier(), token, presented)).toMatch(/used before/);
    });

    test("where no account of proofs is kept -> UNAUTHENTICATED", async () => {
      const token = await boundToken();
      const unaccounted = verifierOf(issuer, { now: bench().clock.now });
      const refused = await outcome(unaccounted, token, withProof(await prove(token)));
      expect(refused).toMatch(/^UNAUTHENTICATED: .* accepts no DPoP/);
    });

    test.each<[string, (seconds: (later?: number) => number) => JWTPayload, RegExp]>([
      ["for another method", () => ({ htm: "GET" }), /htm/],
      ["for a method in small letters", () => ({ htm: "post" }), /htm/],
      ["for no method", () => ({ htm: undefined }), /htm/],
      ["for another path", () => ({ htu: "https://hub.example/other" }), /htu/],
      ["for another host", () => ({ htu: "https://other.example/graphql" }), /htu/],
      ["for another port", () => ({ htu: "https://hub.example:8443/graphql" }), /htu/],
      ["for another scheme", () => ({ htu: "http://hub.example/graphql" }), /htu/],
      ["for no address", () => ({ htu: "graphql" }), /htu/],
      ["91 s old", (seconds) => ({ iat: seconds(-91) }), /expired/],
      ["from 31 s ahead", (seconds) => ({ iat: seconds(31) }), /iat/],
      ["of no time", () => ({ iat: undefined }), /iat/],
      ["expired by its own word", (seconds) => ({ exp: seconds(-31) }), /expired/],
      ["without jti", () => ({ jti: undefined }), /jti/],
      ["with an endless jti", () => ({ jti: "x".repeat(257) }), /jti/],
      ["without the token's hash", () => ({ ath: undefined }), /ath/],
      ["with another token's hash", () => ({ ath: "x".repeat(43) }), /ath/],
    ])("with a proof %s -> UNAUTHENTICATED", async (_what, claims, reason) => {
      const refused = await outcomeOf(claims(bench().clock.seconds));
      expect(refused).toMatch(/^UNAUTHENTICATED: .* DPoP proof is not accepted: /);
      expect(refused).toMatch(reason);
    });

    test.each<[string, (seconds: (later?: number) => number) => JWTPayload]>([
      ["90 s old", (seconds) => ({ iat: seconds(-90) })],
      ["from 30 s ahead", (seconds) => ({ iat: seconds(30) })],
      ["with the default port", () => ({ htu: "HTTPS://HUB.example:443/graphql" })],
      ["with a query and a fragment", () => ({ htu: "https://hub.example/graphql?a=b#c" })],
    ])("with a proof %s -> accepted", async (_what, claims) => {
      expect(await outcomeOf(claims(bench().clock.seconds))).toBe("accepted");
    });

    test("on an address with a query -> accepted", async () => {
      const request = { method: "POST", url: `${GRAPHQL.url}?query={viewer{duty}}` };
      expect(await outcomeOf({}, holder, {}, request)).toBe("accepted");
    });

    test.each<[string, () => object]>([
      ["of another type", () => ({ typ: "JWT" })],
      ["without a key", () => ({ jwk: undefined })],
      ["with another's key", () => ({ jwk: stranger.open })],
      ["with its private key", () => ({ jwk: holder.secret })],
      ["with a symmetric key", () => ({ jwk: { kty: "oct", k: "c2VjcmV0" } })],
    ])("with a proof %s -> UNAUTHENTICATED", async (_what, header) => {
      expect(await outcomeOf({}, holder, header())).toMatch(/^UNAUTHENTICATED: .* DPoP proof/);
    });

    test("with a proof of a weak RSA key -> UNAUTHENTICATED", async () => {
      const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 1024 });
      const strong = await newKeys("RS256");
      const header = { jwk: publicKey.export({ format: "jwk" }) as JWK };
      expect(await outcomeOf({}, strong, header)).toMatch(/^UNAUTHENTICATED: .* DPoP proof/);
    });

    test.each(["none", "HS256"])("with a proof by %s -> UNAUTHENTICATED", async (alg) => {
      const token = await boundToken();
      const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
      const header = encode({ alg, typ: "dpop+jwt", jwk: holder.open });
      const proof = `${header}.${encode(dpopClaims(bench().clock, GRAPHQL, token))}.AAAA`;
      const refused = await outcome(verifier(), token, withProof(proof));
      expect(refused).toMatch(/^UNAUTHENTICATED: .* algorithm/);
    });

    test("with a proof that was refused -> the jti is still good", async () => {
      const token = await boundToken();
      const jti = "the same";
      const wrong = withProof(await prove(token, { jti, htm: "GET" }));
      expect(await outcome(verifier(), token, wrong)).toMatch(/^UNAUTHENTICATED/);
      const right = withProof(await prove(token, { jti }));
      expect(await outcome(verifier(), token, right)).toBe("accepted");
    });
  });

  describe("a token bound to nothing", () => {
    test("with a right proof -> accepted once", async () => {
      const token = await freeToken();
      const presented = { dpop: { ...GRAPHQL, proof: await prove(token) } };
      expect(await outcome(verifier(), token, presented)).toBe("accepted");
      expect(await outcome(verifier(), token, presented)).toMatch(/^UNAUTHENTICATED/);
    });

    test("with a wrong proof -> UNAUTHENTICATED", async () => {
      const token = await freeToken();
      const presented = { dpop: { ...GRAPHQL, proof: await prove("another token") } };
      expect(await outcome(verifier(), token, presented)).toMatch(/^UNAUTHENTICATED: .* ath/);
    });

    test("sent as if it were bound -> UNAUTHENTICATED", async () => {
      const token = await freeToken();
      const presented = withProof(await prove(token));
      expect(await outcome(verifier(), token, presented)).toMatch(/^UNAUTHENTICATED: .* no key/);
    });
  });
});
