import { eq, getTableColumns, type InferSelectModel } from "drizzle-orm";
import type { Database } from "../database/database.js";
import type { ChainRecord } from "./chain.js";
import { instant } from "./instant.js";
import { readingOf } from "./reading.js";
import { reading, record } from "./tables.js";

/** A row of `audit.record`, with the coordinates that its reading stands for; null where there is no such reading. */
export type RecordRow = InferSelectModel<typeof record> & {
  readonly coordinates: readonly string[] | null;
};

/** Every record with its coordinates, as a query for {@link recordOf}; unordered. */
export const RECORDS_WITH_READINGS =
  "select record.*, reading.coordinates from audit.record left join audit.reading using (reading)";

/** The same as a query that is built on. */
export function selectRecords({ drizzle }: Database) {
  return drizzle
    .select({ ...getTableColumns(record), coordinates: reading.coordinates })
    .from(record)
    .leftJoin(reading, eq(reading.reading, record.reading));
}

/** A record as a row, or as JSON for one; its coordinates are a row of `audit.reading`. */
export function rowOf({ sequence, algorithm, previous, hash, entry }: ChainRecord) {
  return {
    sequence,
    algorithm,
    previous,
    hash,
    id: entry.id,
    at: entry.at,
    client: entry.client,
    operator: entry.operator,
    department: entry.department,
    duty: entry.duty,
    case: entry.case,
    operation: entry.operation,
    reading: readingOf(entry.coordinates),
    subjects: entry.subjects,
    decision: entry.decision,
    codes: entry.codes,
    policy: entry.policy,
    latency: entry.latency,
  };
}

/**
 * The record that a row holds, unchecked: what was tampered with comes out as it is. A reading that
 * is gone reads as its own name, which no list of coordinates is.
 */
export function recordOf(row: RecordRow): ChainRecord {
  const { sequence, algorithm, previous, hash, reading: name, coordinates, ...said } = row;
  const entry = { ...said, coordinates: coordinates ?? [name], at: instant(said.at) };
  return { sequence, algorithm, previous, hash, entry };
}
