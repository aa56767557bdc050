import type { InferSelectModel } from "drizzle-orm";
import type { ChainRecord } from "./chain.js";
import { instant } from "./instant.js";
import type { record } from "./tables.js";

/** A row of `audit.record`; its columns are named alike in PostgreSQL and here. */
export type RecordRow = InferSelectModel<typeof record>;

/** A record as a row, or as JSON for one. */
export function rowOf({ entry, ...place }: ChainRecord) {
  return { ...place, ...entry };
}

/** The record that a row holds, unchecked: what was tampered with comes out as it is. */
export function recordOf(row: RecordRow): ChainRecord {
  const { sequence, algorithm, previous, hash, ...entry } = row;
  return { sequence, algorithm, previous, hash, entry: { ...entry, at: instant(entry.at) } };
}
