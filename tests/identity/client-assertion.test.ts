import { createHmac } from "node:crypto";
import type { JWTPayload } from "jose";
import { UsedProofs } from "../../src/identity/clients/used-proofs.js";
import {
  assertionClaims,
  eachBench,
  ID,
  newKeys,
  sign,
  TOKEN_ENDPOINT,
  tokenClaims,
  type Keys,
} from "./support.js";
import { TokenRequests } from "./token-requests.js";

let hub: Keys;
let keys: Keys;
beforeAll(async () => {
  [hub, keys] = await Promise.all([newKeys(), newKeys()]);
});

eachBench((bench) => {
  let requests: TokenRequests;
  beforeEach(async () => {
    await bench().add(keys.open);
    requests = new TokenRequests(bench(), keys, hub);
  });
  describe("an assertion", () => {
    const refused = async (assertion: string) => {
      const { status, body } = await requests.present(assertion);
      expect([status, body["error"]]).toEqual([401, "invalid_client"]);
      return String(body["error_description"]);
    };

    test.each<[string, (seconds: (later?: number) => number) => JWTPayload, RegExp]>([
      ["for another server", () => ({ aud: "https://elsewhere.example" }), /aud/],
      ["for another server too", () => ({ aud: [TOKEN_ENDPOINT, "https://elsewhere"] }), /aud/],
      ["for nobody", () => ({ aud: undefined }), /aud/],
      ["by another issuer", () => ({ iss: "other" }), /iss/],
      ["about nobody", () => ({ sub: undefined }), /no known key/],
      ["about something odd", () => ({ sub: "a\u0000b" }), /no known key/],
      ["without an end", () => ({ exp: undefined }), /exp/],
      ["expired beyond the tolerance", (seconds) => ({ exp: seconds(-30) }), /expired/],
      ["good for too long", (seconds) => ({ exp: seconds(331) }), /exp/],
      ["from the future", (seconds) => ({ iat: seconds(31) }), /iat/],
      ["not good yet", (seconds) => ({ nbf: seconds(31) }), /nbf/],
      ["without jti", () => ({ jti: undefined }), /jti/],
      ["with an endless jti", () => ({ jti: "x".repeat(257) }), /jti/],
    ])("%s -> invalid_client", async (_what, changed, reason) => {
      expect(await refused(await requests.assertion(changed(bench().clock.seconds)))).toMatch(
        reason,
      );
    });

    test.each<[string, (seconds: (later?: number) => number) => JWTPayload]>([
      ["expired by less than the tolerance", (seconds) => ({ exp: seconds(-29) })],
      ["good for five minutes on a clock ahead", (seconds) => ({ exp: seconds(330) })],
      ["made by a clock ahead", (seconds) => ({ iat: seconds(30), nbf: seconds(30) })],
    ])("%s -> granted", async (_what, changed) => {
      const assertion = await requests.assertion(changed(bench().clock.seconds));
      expect((await requests.present(assertion)).status).toBe(200);
    });

    test("used twice, also at once and by another process -> granted once", async () => {
      const assertion = await requests.assertion();
      const used = new UsedProofs(bench().database, bench().clock.now);
      const other = requests.endpoint({ used });
      const answers = await Promise.all([
        requests.present(assertion),
        requests.present(assertion, other),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
      bench().clock.pass(60);
      expect(await refused(assertion)).toMatch(/used before/);
    });

    test("with another's jti -> granted", async () => {
      await bench().add((await newKeys()).open, { id: "other" });
      const other = await newKeys();
      await bench().registry.rotate("other", other.open);
      const same = { jti: "the same" };
      const assertions = [
        await requests.assertion(same),
        await requests.assertion({ ...same, iss: "other", sub: "other" }, other),
      ];
      for (const assertion of assertions) {
        expect((await requests.present(assertion)).status).toBe(200);
      }
    });

    test("of an unknown client, and with a foreign signature -> told the same", async () => {
      const stranger = await requests.assertion({ iss: "nobody", sub: "nobody" });
      const forged = await requests.assertion({}, { ...(await newKeys("ES256", keys.open.kid)) });
      expect(await refused(stranger)).toBe(await refused(forged));
    });

    test("signed with nothing, or with the public key as an HMAC secret -> invalid_client", async () => {
      const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
      const claims = encode(assertionClaims(bench().clock));
      const hmac = `${encode({ alg: "HS256", kid: keys.open.kid })}.${claims}`;
      const mac = createHmac("sha256", JSON.stringify(keys.open)).update(hmac).digest("base64url");
      for (const assertion of [`${encode({ alg: "none" })}.${claims}.`, `${hmac}.${mac}`]) {
        expect(await refused(assertion)).toMatch(/algorithm|no JWT/);
      }
    });

    test.each(["", "a.b.c", "no JWT at all"])(
      "%j, which is none -> invalid_client",
      async (text) => {
        await refused(text);
      },
    );

    test("of a suspended client -> invalid_client from now on, until it is resumed", async () => {
      await bench().registry.suspend(ID);
      expect(await refused(await requests.assertion())).toMatch(/suspended/);
      await bench().registry.resume(ID);
      expect((await requests.ask()).status).toBe(200);
    });

    test("of the old key -> granted in the grace period, refused after it", async () => {
      const next = await newKeys();
      await bench().registry.rotate(ID, next.open, 60_000);
      bench().clock.pass(59);
      expect((await requests.ask()).status).toBe(200);
      bench().clock.pass(1);
      expect(await refused(await requests.assertion())).toMatch(/no known key/);
      expect((await requests.present(await requests.assertion({}, next))).status).toBe(200);
    });

    test("without a key id while two keys are good -> granted for either, for no third", async () => {
      const next = await newKeys();
      await bench().registry.rotate(ID, next.open, 60_000);
      const anonymous = { kid: undefined };
      for (const signer of [keys, next]) {
        const assertion = await requests.assertion({}, signer, anonymous);
        expect((await requests.present(assertion)).status).toBe(200);
      }
      await refused(await requests.assertion({}, await newKeys(), anonymous));
    });
  });

  test("an access token in place of an assertion -> invalid_client", async () => {
    const token = await sign(tokenClaims(bench().clock, { jti: "1" }), hub);
    expect((await requests.present(token)).status).toBe(401);
  });
});
