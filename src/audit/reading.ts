import { createHash } from "node:crypto";

const digests = new WeakMap<readonly string[], string>();

/**
 * Names a list of coordinates by its SHA-256, in hexadecimal. An operation's list is one array for
 * as long as the operation is remembered, and so is hashed once.
 */
export function readingOf(coordinates: readonly string[]): string {
  let digest = digests.get(coordinates);
  if (digest === undefined) {
    digest = createHash("sha256").update(JSON.stringify(coordinates)).digest("hex");
    digests.set(coordinates, digest);
  }
  return digest;
}
