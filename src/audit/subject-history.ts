import { and, arrayOverlaps, desc, lt } from "drizzle-orm";
import type { Database } from "../database/database.js";
import type { ChainRecord } from "./chain.js";
import { recordOf, selectRecords } from "./record-row.js";
import { record } from "./tables.js";

/** Which part of a history is wanted. */
export interface HistoryPage {
  /** Records at most. */
  readonly first: number;
  /** Sequence of the last record of the page before; null or absent for the newest records. */
  readonly after?: number | null;
}

/** A page of a person's access history, newest first. */
export interface SubjectHistory {
  readonly records: readonly ChainRecord[];
  readonly hasNextPage: boolean;
}

/**
 * The records that concern a person, whose hashes are all of {@link SubjectHasher.everyHashOf}.
 * Pages are stable while the log grows. It reads what is stored; {@link verifyLog} proves it.
 */
export async function subjectHistory(
  database: Database,
  subjectHashes: readonly string[],
  { first, after }: HistoryPage,
): Promise<SubjectHistory> {
  const rows = await selectRecords(database)
    .where(
      and(
        arrayOverlaps(record.subjects, [...subjectHashes]),
        typeof after === "number" ? lt(record.sequence, after) : undefined,
      ),
    )
    .orderBy(desc(record.sequence))
    .limit(first + 1);
  return { records: rows.slice(0, first).map(recordOf), hasNextPage: rows.length > first };
}
