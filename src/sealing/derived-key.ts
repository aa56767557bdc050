import { hkdfSync } from "node:crypto";

/** A key for one purpose from a secret; keys of different purposes tell nothing about one another. */
export function derivedKey(secret: string, purpose: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "pujiang-data-hub", purpose, bytes));
}
