import { createHash } from "node:crypto";

/** What an operation is named by in manifests, requests and records of access: SHA-256 of its text, in hex. */
export function operationHash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
