import { and, asc, desc, eq, isNotNull, lt, sql } from "drizzle-orm";
import type { Database } from "../database/database.js";
import type { Sealing } from "../sealing/sealing.js";
import type { Application } from "../verification/application.js";
import type { ParameterUsed } from "../verification/parameters/parameters.js";
import type { Report } from "../verification/report/report.js";
import type { Situation } from "../verification/situation.js";
import type { FindingRow } from "./finding-states.js";
import { openDocument } from "./sealed-document.js";
import type { VerificationRow } from "./store-report.js";
import {
  event,
  finding,
  objection,
  parameterSet,
  report as reports,
  verification,
} from "./tables.js";

/** One verification by its number; null for none. */
export async function findVerification(
  { drizzle }: Database,
  id: string,
): Promise<VerificationRow | null> {
  const [row] = await drizzle.select().from(verification).where(eq(verification.id, id));
  return row ?? null;
}

/** Verifications whose sources are to be asked again by now. */
export function waitingForSources({ drizzle }: Database, now: Date): Promise<VerificationRow[]> {
  return drizzle
    .select()
    .from(verification)
    .where(and(isNotNull(verification.retryAt), lt(verification.retryAt, now.toISOString())))
    .orderBy(asc(verification.retryAt))
    .limit(50);
}

/** A report as it was issued, with what it was computed from. */
export interface IssuedReport {
  readonly version: number;
  readonly madeAt: string;
  readonly issuedOn: string;
  readonly report: Report;
  readonly situation: Situation;
}

/** A verification's report of a version, the latest unless given; null for none. */
export async function findReport(
  { drizzle }: Database,
  sealing: Sealing,
  id: string,
  version?: number,
): Promise<IssuedReport | null> {
  const [row] = await drizzle
    .select({ kept: reports, parameters: parameterSet.parameters })
    .from(reports)
    .innerJoin(parameterSet, eq(parameterSet.hash, reports.parameters))
    .where(
      and(
        eq(reports.verificationId, id),
        version === undefined ? undefined : eq(reports.version, version),
      ),
    )
    .orderBy(desc(reports.version))
    .limit(1);
  if (!row) return null;
  const { kept } = row;
  const content = openDocument<Omit<Report, "parameters">>(
    sealing,
    reports.report,
    id,
    kept.report,
  );
  const parameters: readonly ParameterUsed[] = row.parameters;
  return {
    version: kept.version,
    madeAt: kept.madeAt,
    issuedOn: kept.issuedOn,
    report: { ...content, parameters },
    situation: openDocument<Situation>(sealing, reports.situation, id, kept.situation),
  };
}

/** What a family applied with. */
export function applicationOf(sealing: Sealing, { id, application }: VerificationRow): Application {
  return openDocument<Application>(sealing, verification.application, id, application);
}

/** The findings of a verification in the order in which they first came. */
export function findingsOf({ drizzle }: Database, id: string): Promise<FindingRow[]> {
  return drizzle
    .select()
    .from(finding)
    .where(eq(finding.verificationId, id))
    .orderBy(sql`length(${finding.id})`, asc(finding.id));
}

export type ObjectionRow = typeof objection.$inferSelect;
export type EventRow = typeof event.$inferSelect;

/** The objections against a verification in the order in which they were raised. */
export function objectionsOf({ drizzle }: Database, id: string): Promise<ObjectionRow[]> {
  return drizzle
    .select()
    .from(objection)
    .where(eq(objection.verificationId, id))
    .orderBy(asc(objection.raisedAt), asc(objection.id));
}

/** Everything that happened to a verification, in order. */
export function eventsOf({ drizzle }: Database, id: string): Promise<EventRow[]> {
  return drizzle.select().from(event).where(eq(event.verificationId, id)).orderBy(asc(event.place));
}
