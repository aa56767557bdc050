import { generateKeyPairSync } from "node:crypto";
import type { JWK } from "jose";
import { checkedPublicKey } from "../../src/identity/clients/public-key.js";
import { newKeys } from "./support.js";

function rsa(modulusLength: number, publicExponent?: number): JWK {
  const { publicKey } = generateKeyPairSync("rsa", { modulusLength, publicExponent });
  return publicKey.export({ format: "jwk" }) as JWK;
}

function ec(namedCurve: string): JWK {
  return generateKeyPairSync("ec", { namedCurve }).publicKey.export({ format: "jwk" }) as JWK;
}

test.each(["ES256", "ES384", "Ed25519", "EdDSA", "PS256", "RS256"])(
  "a public key for %s -> accepted, with its public members alone",
  async (alg) => {
    const { open } = await newKeys(alg);
    expect(await checkedPublicKey({ ...open, extra: "member" })).toEqual({ ...open, use: "sig" });
  },
);

test("a key without an id -> its thumbprint is its id", async () => {
  const { kid, ...open } = (await newKeys()).open;
  expect((await checkedPublicKey(open)).kid).toBe(kid);
});

test.each<[string, () => unknown, RegExp]>([
  ["no object", () => "key", /JSON Web Key/],
  ["nothing", () => null, /JSON Web Key/],
  ["an empty object", () => ({}), /cannot be read/],
  ["a symmetric key", () => ({ kty: "oct", k: "c2VjcmV0" }), /symmetric/],
  ["an RSA key of 1024 bits", () => rsa(1024), /1024 bits is weak/],
  ["an RSA key with exponent 3", () => rsa(2048, 3), /exponent 3 is weak/],
  ["a curve of another field", () => ec("secp256k1"), /EC P-256/],
  ["a curve that JWTs here do not use", () => ec("secp521r1"), /EC P-256/],
  [
    "a point that is not on its curve",
    () => ({ ...ec("P-256"), y: ec("P-256").y }),
    /cannot be read/,
  ],
  ["a key for encryption", () => ({ ...ec("P-256"), use: "enc" }), /"use"/],
  ["a key for another algorithm", () => ({ ...ec("P-256"), alg: "HS256" }), /"alg" must be ES256/],
  ["an id of no characters", () => ({ ...ec("P-256"), kid: "" }), /"kid"/],
])("%s -> refused, saying why", async (_what, key, reason) => {
  const checked = checkedPublicKey(key());
  await expect(checked).rejects.toMatchObject({
    code: "BAD_USER_INPUT",
    extensions: { argument: "key" },
  });
  await expect(checked).rejects.toThrow(reason);
});

test.each(["ES256", "Ed25519", "RS256"])(
  "a private key for %s -> refused, and not repeated",
  async (alg) => {
    const { secret } = await newKeys(alg);
    const refused = await checkedPublicKey(secret).catch((error) => error as Error);
    expect(String(refused)).toMatch(/private/);
    expect(String(refused)).not.toContain(secret.d);
  },
);
