import { createPublicKey, type JsonWebKey, type KeyObject } from "node:crypto";
import { calculateJwkThumbprint, type JWK } from "jose";
import { HubError } from "../../errors.js";

/** The algorithms that a kind of key may sign with, by OpenSSL's name of its type or curve. */
const ALGORITHMS: Readonly<Record<string, readonly string[]>> = {
  prime256v1: ["ES256"],
  secp384r1: ["ES384"],
  ed25519: ["EdDSA", "Ed25519"],
  rsa: ["PS256", "RS256"],
};

/** Members that only a private or a symmetric key has (RFC 7518, section 6). */
const SECRET_MEMBERS = ["d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"];

const LEAST_MODULUS_BITS = 2048;
const LEAST_EXPONENT = 65_537n;

/**
 * The public members of a client's key, with its key id: the one given, or its thumbprint.
 * @throws HubError BAD_USER_INPUT for a private, symmetric, weak or otherwise unusable key; the key
 *   is not repeated.
 */
export async function checkedPublicKey(given: unknown): Promise<JWK & { readonly kid: string }> {
  if (typeof given !== "object" || given === null) throw bad("a key is a JSON Web Key (RFC 7517)");
  const jwk = given as JWK;
  if (jwk.kty === "oct") throw bad("the key is symmetric: give the public key of a key pair");
  if (SECRET_MEMBERS.some((member) => member in jwk)) {
    throw bad("the key is private: keep it with the client and give its public half");
  }
  const algorithms = algorithmsOf(imported(jwk));
  if (jwk.use !== undefined && jwk.use !== "sig") throw bad('the key\'s "use" is not "sig"');
  if (jwk.alg !== undefined && !algorithms.includes(jwk.alg)) {
    throw bad(`the key's "alg" must be ${algorithms.join(" or ")}`);
  }
  const { kty, crv, x, y, n, e, alg } = jwk;
  const kid = await keyId(jwk);
  const members = { kty, crv, x, y, n, e, alg, use: "sig", kid };
  return JSON.parse(JSON.stringify(members)) as JWK & { kid: string };
}

async function keyId(jwk: JWK): Promise<string> {
  if (jwk.kid === undefined) return calculateJwkThumbprint(jwk);
  if (typeof jwk.kid === "string" && /^[\x21-\x7e]{1,128}$/.test(jwk.kid)) return jwk.kid;
  throw bad('the key\'s "kid" is 1 to 128 printable characters');
}

function imported(jwk: JWK): KeyObject {
  try {
    return createPublicKey({ key: jwk as JsonWebKey, format: "jwk" });
  } catch (error) {
    throw bad("the key cannot be read: its members do not make a public key", error);
  }
}

function algorithmsOf({ asymmetricKeyType, asymmetricKeyDetails = {} }: KeyObject) {
  const { namedCurve, modulusLength = 0, publicExponent = 0n } = asymmetricKeyDetails;
  const algorithms = ALGORITHMS[namedCurve ?? asymmetricKeyType ?? ""];
  if (!algorithms) throw bad("a key is EC P-256 or P-384, Ed25519, or RSA");
  if (asymmetricKeyType === "rsa" && modulusLength < LEAST_MODULUS_BITS) {
    throw bad(`an RSA key of ${modulusLength} bits is weak: ${LEAST_MODULUS_BITS} is the least`);
  }
  if (asymmetricKeyType === "rsa" && publicExponent < LEAST_EXPONENT) {
    throw bad(`an RSA key with exponent ${publicExponent} is weak: ${LEAST_EXPONENT} is the least`);
  }
  return algorithms;
}

function bad(message: string, cause?: unknown): HubError {
  return new HubError("BAD_USER_INPUT", message, { argument: "key" }, { cause });
}
