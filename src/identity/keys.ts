import { readFile } from "node:fs/promises";
import type { JWK } from "jose";
import type { Config } from "../config.js";
import { Sealing } from "../sealing/sealing.js";
import { developmentKeys, keySetOf } from "./development-keys.js";
import { SealedReferences } from "./sealed-references.js";
import { readKeySet, TokenVerifier } from "./token-verifier.js";

/** The verifier of access tokens: the configured key set, or the development key. */
export async function tokenVerifier(config: Config): Promise<TokenVerifier> {
  const keys =
    config.jwks === undefined
      ? keySetOf(await developmentKeys(config.dataDirectory))
      : await readKeySet(config.jwks);
  return new TokenVerifier(keys, config.tokens);
}

/** The seal of entity references: the configured secrets, or the development secret. */
export async function sealedReferences(config: Config): Promise<SealedReferences> {
  const secrets = config.referenceSecrets ?? [
    (await developmentKeys(config.dataDirectory)).referenceSecret,
  ];
  return new SealedReferences(secrets);
}

/** The private key that `hub token` signs with; undefined where tokens come from an outside issuer. */
export async function signingKey(config: Config): Promise<JWK | undefined> {
  if (config.signingKey !== undefined) {
    return JSON.parse(await readFile(config.signingKey, "utf8")) as JWK;
  }
  return config.jwks === undefined
    ? (await developmentKeys(config.dataDirectory)).signing
    : undefined;
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
