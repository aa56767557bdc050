import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from "jose";

/** The secrets of a development hub, made on first use and kept in its data directory. */
export interface DevelopmentKeys {
  /** Private key that signs development tokens. */
  readonly signing: JWK;
  /** Secret of sealed references and of hashes in the access log. */
  readonly referenceSecret: string;
  /** Secret of data at rest. */
  readonly dataSecret: string;
}

/** The file of a data directory that they are kept in, readable by its owner alone. */
export const KEYS_FILE = "development-keys.json";

/** Reads the development keys of a data directory, making them where there are none; of processes that start at once all get the same. */
export async function developmentKeys(directory: string): Promise<DevelopmentKeys> {
  const path = join(directory, KEYS_FILE);
  await mkdir(directory, { recursive: true });
  const known = await readKeys(path);
  if (known) return known;
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, JSON.stringify(await generate(), null, 2), { mode: 0o600 });
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return developmentKeys(directory);
}

async function readKeys(path: string): Promise<DevelopmentKeys | null> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as DevelopmentKeys;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

async function generate(): Promise<DevelopmentKeys> {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  return {
    signing: { ...jwk, kid, alg: "ES256", use: "sig" },
    referenceSecret: randomBytes(32).toString("base64url"),
    dataSecret: randomBytes(32).toString("base64url"),
  };
}
