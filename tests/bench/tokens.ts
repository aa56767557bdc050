import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exportJWK, generateKeyPair, importJWK, SignJWT, type CryptoKey, type JWK } from "jose";

const ISSUER = "pujiang-data-hub";

/** Who a token is for. */
export interface Bearer {
  readonly department: string;
  readonly duty: string;
  readonly operator?: string;
}

/** Signs tokens that every subject accepts. */
export interface Issuer {
  /** File of the key set that verifies them. */
  readonly jwks: string;
  /** File of the private key; checkpoints of the hub's audit log are signed with it as well. */
  readonly key: string;
  token(bearer: Bearer): Promise<string>;
}

/** An issuer whose key is kept in a directory. */
export async function openIssuer(directory: string): Promise<Issuer> {
  await mkdir(directory, { recursive: true });
  const file = join(directory, "signing-key.json");
  const jwks = join(directory, "jwks.json");
  const jwk = (await readKey(file)) ?? (await makeKey(file, jwks));
  const key = (await importJWK(jwk, "ES256")) as CryptoKey;
  return {
    jwks,
    key: file,
    token: ({ department, duty, operator }) =>
      new SignJWT({
        sub: "bench",
        department,
        duties: [duty],
        jurisdiction: ["330726"],
        ...(operator === undefined ? {} : { operator }),
      })
        .setProtectedHeader({ alg: "ES256", kid: "bench" })
        .setIssuer(ISSUER)
        .setAudience(ISSUER)
        .setIssuedAt()
        .setExpirationTime("12h")
        .sign(key),
  };
}

async function readKey(file: string): Promise<JWK | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as JWK);
}

async function makeKey(file: string, jwks: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: "bench", alg: "ES256" };
  const { d: _private, ...open } = jwk;
  await writeFile(jwks, JSON.stringify({ keys: [open] }));
  await writeFile(file, JSON.stringify(jwk), { mode: 0o600 });
  return jwk;
}
