import { integer, pgSchema, text, timestamp } from "drizzle-orm/pg-core";

/** The hub's own PostgreSQL schema; it stands beside every department's tables. */
export const schema = pgSchema("hub");

/** Which departments hold the demonstration county, so that it is imported once. */
export const demonstration = schema.table("demonstration", {
  department: text("department").primaryKey(),
  households: integer("households").notNull(),
  seed: integer("seed").notNull(),
  importedAt: timestamp("imported_at", { withTimezone: true, mode: "string" })
    .notNull()
    .defaultNow(),
});
