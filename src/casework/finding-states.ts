import { createHash } from "node:crypto";
import type { ReportFinding } from "../verification/report/report-finding.js";
import type { finding } from "./tables.js";

/** A finding of a verification and what was done about it. */
export type FindingRow = typeof finding.$inferSelect;

/** Nothing was done about it yet. */
const UNTOUCHED = { state: "OPEN", reason: null, disposedBy: null, disposedAt: null } as const;

/**
 * The findings of a verification after its next report. One that comes again as it was keeps what
 * was done about it; one that comes again with other values is open again; one that does not come
 * again is settled, unless somebody had disposed of it already.
 */
export function nextFindings(
  verificationId: string,
  known: readonly FindingRow[],
  found: readonly ReportFinding[],
  version: number,
): FindingRow[] {
  const rest = new Map(known.map((row) => [keyOf(row.code, row.person), row]));
  let count = known.length;
  const present = found.map((one): FindingRow => {
    const person = placeOf(one);
    const key = keyOf(one.code, person);
    const before = rest.get(key);
    rest.delete(key);
    const fingerprint = fingerprintOf(one);
    if (before) {
      const isSame = before.fingerprint === fingerprint && before.state !== "SETTLED";
      return { ...before, ...(isSame ? {} : UNTOUCHED), fingerprint, lastVersion: version };
    }
    count += 1;
    return {
      id: `${verificationId}-${count}`,
      verificationId,
      code: one.code,
      severity: one.severity,
      person,
      fingerprint,
      firstVersion: version,
      lastVersion: version,
      ...UNTOUCHED,
    };
  });
  const gone = [...rest.values()].map((row): FindingRow =>
    row.state === "OPEN" ? { ...row, state: "SETTLED" } : row,
  );
  return [...present, ...gone];
}

/** MEMBER 2; null for the household. */
export function placeOf({ person }: ReportFinding): string | null {
  return person && `${person.role} ${person.place}`;
}

const keyOf = (code: string, person: string | null) => `${code} ${person ?? ""}`;

/** What was declared and found, and where, without the dates on which sources happened to be fetched. */
function fingerprintOf({ declared, found, evidence }: ReportFinding): string {
  const content = [declared?.zh, found?.zh, evidence.map(({ source, text }) => [source, text.zh])];
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}
