import { desc, eq } from "drizzle-orm";
import type { Database } from "../database/database.js";
import {
  checkCode,
  type CodeCheck,
  type StoredIssue,
} from "../report-pages/verification-code/check-code.js";
import {
  comparableNumber,
  issueReport,
  type CodeKey,
  type IssuedReport,
} from "../report-pages/verification-code/issue-code.js";
import type { Sealing } from "../sealing/sealing.js";
import type { Report } from "../verification/report/report.js";
import { report as reports } from "./tables.js";

/** The keys of the codes on reports, the one in use first. */
export function codeKeys(sealing: Sealing): CodeKey[] {
  return sealing.keysFor("report code");
}

/** What is kept of a report so that its code can be checked, and the code (核对码) to print on it. */
export function issueCode(
  sealing: Sealing,
  report: Report,
  issue: Pick<IssuedReport, "version" | "issuedOn">,
) {
  const [key] = codeKeys(sealing);
  if (!key) throw new Error("a hub has at least one secret");
  return issueReport(report, issue, key);
}

/** What the holder of a number and a code is told, and nothing about the family. */
export async function checkReportCode(
  database: Database,
  sealing: Sealing,
  number: string,
  code: string,
  today: string,
): Promise<CodeCheck> {
  const issues = await issuesOf(database, comparableNumber(number));
  return checkCode(number, code, issues, codeKeys(sealing), today);
}

async function issuesOf({ drizzle }: Database, number: string): Promise<StoredIssue[]> {
  const rows = await drizzle
    .select({
      version: reports.version,
      issuedOn: reports.issuedOn,
      validUntil: reports.validUntil,
      digest: reports.digest,
    })
    .from(reports)
    .where(eq(reports.verificationId, number))
    .orderBy(desc(reports.version));
  return rows.map((row, place) => ({ ...row, number, superseded: place > 0 }));
}
