import { pgSchema, primaryKey, text, timestamp } from "drizzle-orm/pg-core";

/** Registered operations have a PostgreSQL schema of their own in the hub's database. */
export const schema = pgSchema("operations");

/** 登记的操作: what the systems of a department may ask under a duty. None is ever deleted: records of access name them. */
export const registeredOperation = schema.table(
  "registered_operation",
  {
    /** Official name in the register. */
    department: text("department").notNull(),
    duty: text("duty").notNull(),
    /** SHA-256 of the text, in hex. */
    hash: text("hash").notNull(),
    name: text("name").notNull(),
    type: text("type", { enum: ["query", "mutation"] }).notNull(),
    /** The whole document, to the letter. */
    text: text("text").notNull(),
    publishedAt: timestamp("published_at", { withTimezone: true, mode: "string" }).notNull(),
    /** From when it is not accepted any more; null for one in force. */
    withdrawnAt: timestamp("withdrawn_at", { withTimezone: true, mode: "string" }),
  },
  (table) => [primaryKey({ columns: [table.department, table.duty, table.hash] })],
);
