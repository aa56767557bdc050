import type { Reply } from "./client.js";

/** What came of one request. */
export type Verdict = "RIGHT" | "PARTIAL" | "UNAVAILABLE" | "WRONG";

/** An answer without what differs from one time to the next. */
export interface Known {
  readonly status: number;
  readonly data: unknown;
  readonly errors: unknown;
}

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
  readonly extensions?: { readonly hub?: { readonly audit?: string } };
}

/** Reads an answer: what it says, and the id of its record. */
export function readReply({ status, text }: Reply): Known & { readonly audit: string } {
  const { data, errors, extensions } = JSON.parse(text) as Body;
  return { status, data, errors, audit: extensions?.hub?.audit ?? "" };
}

/** Codes that say that something was away. */
const AWAY = new Set(["SOURCE_UNAVAILABLE", "AUDIT_UNAVAILABLE"]);

/**
 * Holds an answer against the one that was given in quiet. While something is away parts of it may be
 * missing, with a code that says so; nothing in it may be another.
 */
export function judge(expected: Known, given: Known): Verdict {
  if (given.status === expected.status && isSame(expected, given)) return "RIGHT";
  const codes = ((given.errors ?? []) as NonNullable<Body["errors"]>).map(
    ({ extensions }) => extensions?.code ?? "",
  );
  if (!codes.some((code) => AWAY.has(code))) return "WRONG";
  if (given.data === undefined || given.data === null) return "UNAVAILABLE";
  return codes.includes("AUDIT_UNAVAILABLE") || !isPart(given.data, expected.data)
    ? "WRONG"
    : "PARTIAL";
}

function isSame(expected: Known, given: Known): boolean {
  return (
    JSON.stringify([expected.data, expected.errors]) === JSON.stringify([given.data, given.errors])
  );
}

/** Whether everything that is there is as in the whole. */
function isPart(part: unknown, whole: unknown): boolean {
  if (part === null) return true;
  if (typeof part !== "object" || typeof whole !== "object" || whole === null)
    return part === whole;
  if (Array.isArray(part) && part.length !== (whole as unknown[]).length) return false;
  return Object.entries(part).every(([key, value]) =>
    isPart(value, (whole as Record<string, unknown>)[key]),
  );
}
