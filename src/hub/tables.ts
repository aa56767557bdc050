import { integer, pgSchema, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

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

/**
 * Answers of mutations by the client's `Idempotency-Key`. The answer is null while the first request
 * runs; afterwards, sealed, it is given to whoever sends the same again.
 */
export const idempotentAnswer = schema.table(
  "idempotent_answer",
  {
    client: text("client").notNull(),
    key: text("key").notNull(),
    /** SHA-256 of what was asked, in hex. */
    request: text("request").notNull(),
    answer: text("answer"),
    startedAt: timestamp("started_at", { withTimezone: true, mode: "string" })
      .notNull()
      .defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.client, table.key] })],
);
