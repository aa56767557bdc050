import { boolean, date, text, timestamp } from "drizzle-orm/pg-core";

/**
 * The columns that every department's table ends with: which body the data first arose in, the day
 * (Asia/Shanghai) the record speaks of, when it was fetched, and whether a data issue on it is open.
 * A call makes new columns: drizzle columns belong to one table.
 */
export function provenanceColumns() {
  return {
    originalSource: text("original_source").notNull(),
    asOf: date("as_of", { mode: "string" }).notNull(),
    fetchedAt: timestamp("fetched_at", { withTimezone: true, mode: "string" }).notNull(),
    inDispute: boolean("in_dispute").notNull().default(false),
  };
}
