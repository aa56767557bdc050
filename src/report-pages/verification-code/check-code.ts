import { timingSafeEqual } from "node:crypto";
import { parseCode } from "./code-text.js";
import { codeOf, comparableNumber, type CodeKey, type IssuedReport } from "./issue-code.js";

/** An issued report and whether a newer version has taken its place. */
export interface StoredIssue extends IssuedReport {
  readonly superseded: boolean;
}

/** What the holder of a number and a code is told: nothing about the family. */
export type CodeCheck =
  | {
      readonly verdict:
        | "VALID"
        /** Genuine, and the last day has passed. */
        | "EXPIRED"
        /** Genuine, and a newer version of the report exists. */
        | "SUPERSEDED";
      readonly issuedOn: string;
      readonly validUntil: string;
    }
  | {
      /** No report was issued with this number and code. */
      readonly verdict: "NOT_VALID";
      /** True where the code is no code at all: a slip of the pen. */
      readonly mistyped: boolean;
    };

/** As long as a code, and none. */
const NO_CODE = "0".repeat(20);

const NOBODY: StoredIssue = {
  number: "",
  version: 0,
  issuedOn: "",
  validUntil: "",
  digest: "",
  superseded: false,
};

/**
 * Checks a code against what is stored under the number, all versions of it. It takes the same time
 * whichever version or key fits, or none; an unknown number answers as a wrong code does.
 * @param keys those in use and those retired by whose codes are still to be honoured
 * @param today `YYYY-MM-DD` (Asia/Shanghai)
 */
export function checkCode(
  number: string,
  code: string,
  stored: readonly StoredIssue[],
  keys: readonly CodeKey[],
  today: string,
): CodeCheck {
  const parsed = parseCode(code);
  const given = Buffer.from(parsed ?? NO_CODE);
  const asked = comparableNumber(number);
  let match: StoredIssue | null = null;
  for (const issue of stored.length > 0 ? stored : [NOBODY]) {
    for (const key of keys) {
      const fits = timingSafeEqual(Buffer.from(codeOf(issue, key)), given);
      if (fits && asked !== "" && comparableNumber(issue.number) === asked) match = issue;
    }
  }
  if (!match) return { verdict: "NOT_VALID", mistyped: parsed === null };
  const { issuedOn, validUntil, superseded } = match;
  const verdict = superseded ? "SUPERSEDED" : validUntil < today ? "EXPIRED" : "VALID";
  return { verdict, issuedOn, validUntil };
}
