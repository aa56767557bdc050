import { readFile } from "node:fs/promises";
import { createLocalJWKSet, type JWK, type JWTVerifyGetKey } from "jose";
import { ConfigError, type Config } from "../config.js";
import { readKeySet, type KeySet } from "./clients/key-set.js";
import { publicHalf } from "./clients/public-half.js";
import { checkedPublicKey } from "./clients/public-key.js";
import { Sealing } from "../sealing/sealing.js";
import { developmentKeys } from "./development-keys.js";
import { SealedReferences } from "./sealed-references.js";

/**
 * The keys that verify tokens: the public half of the signing key, and the configured key set for
 * every key id that is not the signing key's.
 */
export async function verificationKeys(config: Config): Promise<KeySet> {
  const signing = await signingKey(config);
  const own = createLocalJWKSet({ keys: signing ? [await publicHalf(signing)] : [] });
  const load = async () => undefined;
  if (config.jwks === undefined) return Object.assign(own, { load });
  const configured = await readKeySet(config.jwks);
  const isOwn = (kid: string | undefined) => kid !== undefined && kid === signing?.kid;
  const either: JWTVerifyGetKey = (header, token) =>
    (isOwn(header.kid) ? own : configured)(header, token);
  return Object.assign(either, { load: signing ? load : configured.load });
}

/** The seal of entity references: the configured secrets, or the development secret. */
export async function sealedReferences(
  config: Config,
  { personKeysId }: Sealing,
): Promise<SealedReferences> {
  const secrets = config.referenceSecrets ?? [
    (await developmentKeys(config.dataDirectory)).referenceSecret,
  ];
  return new SealedReferences(secrets, personKeysId);
}

/** Whether the hub has a key of its own to sign tokens with; all come from an outside issuer otherwise. */
export function hasSigningKey({ signingKey, jwks }: Config): boolean {
  return signingKey !== undefined || jwks === undefined;
}

/**
 * The private key that the hub signs tokens with; undefined where they all come from an outside issuer.
 * @throws ConfigError for a configured key that is public, symmetric, weak or otherwise unusable.
 */
export async function signingKey(config: Config): Promise<JWK | undefined> {
  if (config.signingKey !== undefined) {
    const jwk = JSON.parse(await readFile(config.signingKey, "utf8")) as JWK;
    return { ...jwk, kid: await checkedKeyId(jwk) };
  }
  return hasSigningKey(config) ? (await developmentKeys(config.dataDirectory)).signing : undefined;
}

async function checkedKeyId(jwk: JWK): Promise<string> {
  try {
    if (jwk.d === undefined) throw new Error("it is not a private JWK for signatures");
    return (await checkedPublicKey(await publicHalf(jwk))).kid;
  } catch (error) {
    throw new ConfigError([`HUB_SIGNING_KEY: ${(error as Error).message}`]);
  }
}

/** What the audit log is kept with: the key that signs its checkpoints, and the secrets that hash persons. */
export async function auditKeys(
  config: Config,
): Promise<{ readonly signing: JWK; readonly secrets: readonly string[] }> {
  const development = () => developmentKeys(config.dataDirectory);
  return {
    signing:
      config.auditKey === undefined
        ? (await development()).signing
        : (JSON.parse(await readFile(config.auditKey, "utf8")) as JWK),
    secrets: config.auditSecrets ?? [(await development()).referenceSecret],
  };
}

/** What data at rest is kept with: the configured secrets, or the development secret. */
export async function dataSealing(config: Config): Promise<Sealing> {
  const secrets = config.dataSecrets ?? [(await developmentKeys(config.dataDirectory)).dataSecret];
  return new Sealing({ secrets, cipher: config.dataCipher });
}
