import { createHash, getHashes } from "node:crypto";
import { AuditError } from "./audit-error.js";

/** What a chain can be hashed with: SM3 (GB/T 32905), or SHA-256. Both give 32 bytes. */
export type HashAlgorithm = "sm3" | "sha256";

/** The hash of the parts one after the other, in hexadecimal. */
export function hashOf(algorithm: HashAlgorithm, ...parts: readonly (string | Buffer)[]): string {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}

/** Whether a name read from outside is one of the algorithms. */
export function isHashAlgorithm(name: string): name is HashAlgorithm {
  return name === "sm3" || name === "sha256";
}

/** @throws AuditError HASH_UNAVAILABLE where this Node's OpenSSL lacks the algorithm. */
export function assertHashAvailable(algorithm: HashAlgorithm): void {
  if (getHashes().includes(algorithm)) return;
  throw new AuditError(
    "HASH_UNAVAILABLE",
    `this Node's OpenSSL has no ${algorithm}: configure the audit log to use another hash`,
    { algorithm },
  );
}
