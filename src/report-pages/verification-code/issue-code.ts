import { createHmac } from "node:crypto";
import { plainText } from "../../codes/plain-text.js";
import type { Report } from "../../verification/report/report.js";
import { encodeCode, formatCode } from "./code-text.js";
import { reportDigest, type CodeHash } from "./report-digest.js";

/** The hub's secret behind all codes. */
export interface CodeKey {
  /** At least 32 bytes. */
  readonly secret: Uint8Array;
  readonly hash: CodeHash;
}

/** What is kept of an issued report so that its code can be checked without opening the report. */
export interface IssuedReport {
  readonly number: string;
  /** 1, and one more with each new look at the sources: two versions may say the same. */
  readonly version: number;
  /** Day on which it was issued (Asia/Shanghai). */
  readonly issuedOn: string;
  /** Last day on which a decision may rest on it. */
  readonly validUntil: string;
  /** Hash of the report's canonical JSON, `sha256:3f…`. */
  readonly digest: string;
}

const SHORTEST_SECRET = 32;

/** Issues a report: what to keep of it, and the code (核对码) to print on it. The code itself need not be kept. */
export function issueReport(
  report: Report,
  { version, issuedOn }: Pick<IssuedReport, "version" | "issuedOn">,
  key: CodeKey,
): { readonly issued: IssuedReport; readonly code: string } {
  const { number, validUntil } = report;
  const issued = { number, version, issuedOn, validUntil, digest: reportDigest(report, key.hash) };
  return { issued, code: formatCode(codeOf(issued, key)) };
}

/**
 * The code of an issued report, without hyphens: a keyed hash over everything that is kept of it,
 * so that neither the report nor a date can be changed without the code becoming another.
 * @throws RangeError where the secret is shorter than 32 bytes
 */
export function codeOf(issued: IssuedReport, { secret, hash }: CodeKey): string {
  if (secret.length < SHORTEST_SECRET) {
    throw new RangeError(`the secret of the report codes has at least ${SHORTEST_SECRET} bytes`);
  }
  const { number, version, issuedOn, validUntil, digest } = issued;
  const text = JSON.stringify([
    "report-code/1",
    comparableNumber(number),
    version,
    issuedOn,
    validUntil,
    digest,
  ]);
  return encodeCode(BigInt(`0x${createHmac(hash, secret).update(text).digest("hex")}`));
}

/** A report's number in the form in which two are compared: full-width characters narrowed, no blanks, upper case. */
export function comparableNumber(number: string): string {
  return plainText(number);
}
