import { createHash } from "node:crypto";
import type { Report } from "../../verification/report/report.js";
import { canonicalJson } from "./canonical-json.js";

/** What codes and digests are made with: SM3 (GB/T 32905), or SHA-256. */
export type CodeHash = "sm3" | "sha256";

/** The hash of a report's canonical JSON with the name of the algorithm, `sha256:3f…`. */
export function reportDigest(report: Report, hash: CodeHash): string {
  return `${hash}:${createHash(hash).update(canonicalJson(report)).digest("hex")}`;
}

/** Whether a report is still, member for member, the one that a digest was taken of. */
export function isIntact(report: Report, digest: string): boolean {
  const [hash] = digest.split(":");
  return (hash === "sm3" || hash === "sha256") && reportDigest(report, hash) === digest;
}
