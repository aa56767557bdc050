import { createHash } from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import { todayInShanghai } from "../codes/calendar.js";
import type { Database } from "../database/database.js";
import type { Sealing } from "../sealing/sealing.js";
import type { Application } from "../verification/application.js";
import type { ParameterUsed } from "../verification/parameters/parameters.js";
import type { Report } from "../verification/report/report.js";
import type { Situation } from "../verification/situation.js";
import { issueCode } from "./report-codes.js";
import type { FindingRow } from "./finding-states.js";
import { sealDocument } from "./sealed-document.js";
import { event, finding, parameterSet, report as reports, verification } from "./tables.js";

/** A verification as lists show it. */
export type VerificationRow = typeof verification.$inferSelect;

/** One report on its way into the database. */
export interface Issue {
  readonly row: VerificationRow;
  readonly application: Application;
  readonly situation: Situation;
  readonly report: Report;
  /** The verification's findings after this report. */
  readonly findings: readonly FindingRow[];
  readonly by: string;
  /** Why it was verified. */
  readonly note: string;
}

/** Stores reports with everything that follows from them: all of it or nothing, in a few statements for any number. */
export async function storeReports(
  database: Database,
  sealing: Sealing,
  issues: readonly Issue[],
): Promise<void> {
  if (issues.length === 0) return;
  const { drizzle } = database;
  await keepParameters(database, issues);
  const findings = issues.flatMap((issue) => issue.findings);
  const rows = issues.map(({ row, application }) => ({
    ...row,
    application: sealDocument(sealing, verification.application, row.id, application),
  }));
  await drizzle
    .insert(verification)
    .values(rows)
    .onConflictDoUpdate({ target: verification.id, set: replaced() });
  await drizzle.insert(reports).values(issues.map((issue) => reportRow(sealing, issue)));
  if (findings.length > 0) {
    const ids = findings.map(({ id }) => id);
    await drizzle.delete(finding).where(inArray(finding.id, ids));
    await drizzle.insert(finding).values(findings);
  }
  await addEvents(
    database,
    issues.map(({ row, by, note }) => ({
      verificationId: row.id,
      kind: "VERIFIED" as const,
      by,
      about: null,
      note,
      at: row.completedAt,
    })),
  );
}

function reportRow(sealing: Sealing, { row, report, situation }: Issue) {
  const { parameters, ...content } = report;
  const issuedOn = todayInShanghai(new Date(row.completedAt));
  const { digest, validUntil } = issueCode(sealing, report, {
    version: row.version,
    issuedOn,
  }).issued;
  return {
    verificationId: row.id,
    version: row.version,
    madeAt: row.completedAt,
    report: sealDocument(sealing, reports.report, row.id, content),
    situation: sealDocument(sealing, reports.situation, row.id, situation),
    parameters: hashOf(parameters),
    digest,
    issuedOn,
    validUntil,
  };
}

async function keepParameters({ drizzle }: Database, issues: readonly Issue[]): Promise<void> {
  const sets = new Map(
    issues.map(({ report: { parameters } }) => [hashOf(parameters), parameters]),
  );
  const rows = Array.from(sets, ([hash, parameters]) => ({ hash, parameters }));
  await drizzle.insert(parameterSet).values(rows).onConflictDoNothing();
}

const hashes = new WeakMap<readonly ParameterUsed[], string>();

function hashOf(parameters: readonly ParameterUsed[]): string {
  let hash = hashes.get(parameters);
  if (hash === undefined) {
    hash = createHash("sha256").update(JSON.stringify(parameters)).digest("hex");
    hashes.set(parameters, hash);
  }
  return hash;
}

/** What a later report of a verification changes of its row. */
function replaced() {
  const excluded = (column: string) => sql.raw(`excluded.${column}`);
  return {
    application: excluded("application"),
    outcome: excluded("outcome"),
    incomeBand: excluded("income_band"),
    version: excluded("version"),
    openFindings: excluded("open_findings"),
    completedAt: excluded("completed_at"),
    validUntil: excluded("valid_until"),
    retryAt: excluded("retry_at"),
    retries: excluded("retries"),
  };
}

/** Something that happens to a verification. */
export type NewEvent = Omit<typeof event.$inferInsert, "place">;

/** Adds what happened to verifications, each after what happened to it before. */
export async function addEvents({ drizzle }: Database, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((happened) => ({
    ...happened,
    place: sql<number>`(select coalesce(max(${event.place}), 0) + 1 from ${event}
      where ${eq(event.verificationId, happened.verificationId)})`,
  }));
  await drizzle.insert(event).values(rows as never);
}
