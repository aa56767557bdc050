import { CIPHER, SECRET } from "./at-rest.js";
import type { Issuer } from "./tokens.js";

/** What a hub that is measured is told: production, on this database, with tokens of this issuer. */
export function hubEnvironment(
  databaseUrl: string,
  dataDirectory: string,
  issuer: Issuer,
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: "production",
    PORT: "0",
    HOST: "127.0.0.1",
    DATABASE_URL: databaseUrl,
    HUB_DATA: dataDirectory,
    HUB_JWKS: issuer.jwks,
    HUB_REGISTERED_CLIENTS_ONLY: "false",
    HUB_REGISTERED_OPERATIONS: "nobody",
    HUB_REFERENCE_SECRETS: "OzEvNKkep0pzSETUnJ-RCg1mb4kGGXcwh7Efi2FPORA",
    HUB_AUDIT_SECRETS: "ODGxpVvL29KGY30SNEMvzK9xHO54t2x0DV7dcQF2g3o",
    HUB_AUDIT_KEY: issuer.key,
    HUB_DATA_SECRETS: SECRET,
    HUB_DATA_CIPHER: CIPHER,
    HUB_SOURCE_TIMEOUT_MS: "30000",
  };
}
