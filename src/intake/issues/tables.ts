import { sql } from "drizzle-orm";
import {
  date,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import { personKey, sealed } from "../../database/column-types.js";

/** Stands in every database that holds a department's tables, so that an issue and the mark on its record change together. */
export const schema = pgSchema("issues");

const at = (column: string) => timestamp(column, { withTimezone: true, mode: "string" });

/** The numbers of data issues, in order. */
export const issueNumber = schema.sequence("issue_number");

/** 数据校核: what a department says is wrong in a record of another, or of its own, and what came of it. */
export const issue = schema.table(
  "issue",
  {
    /** Slug of the owner, year and number: big-data-2026-0000001. */
    id: text("id").primaryKey(),
    /** Slug of the department that the record belongs to. */
    department: text("department").notNull(),
    /** The field in dispute, `Vehicle.status`. */
    coordinate: text("coordinate").notNull(),
    /** Table of the record as SQL has it, with its schema. */
    table: text("table_name").notNull(),
    /** Person of the record; null for a household's. */
    subject: personKey("person"),
    /** Household of the record; null for a person's. */
    householdId: text("household_id"),
    /** The record's primary key without the person, by column. */
    key: jsonb("record_key").$type<Readonly<Record<string, string>>>().notNull(),
    /** Village that the record belongs to: callers of other divisions do not see the issue. */
    division: text("division").notNull(),
    state: text("state", { enum: ["OPEN", "CORRECTED", "CONFIRMED", "WITHDRAWN"] }).notNull(),
    /** Null where no value was seen. */
    valueSeen: sealed("value_seen"),
    shouldBe: sealed("should_be").notNull(),
    /** References of documents, as a JSON list. */
    evidence: sealed("evidence").notNull(),
    /** Official name of the department that reported it. */
    reporter: text("reporter").notNull(),
    reportedBy: text("reported_by").notNull(),
    reportedAt: at("reported_at").notNull(),
    /** Last day for the owner's answer. */
    dueOn: date("due_on", { mode: "string" }).notNull(),
    explanation: sealed("explanation"),
    closedBy: text("closed_by"),
    closedAt: at("closed_at"),
  },
  (table) => [
    index("issue_reported").on(table.department, table.reportedAt),
    index("issue_open")
      .on(table.table)
      .where(sql`${table.state} = 'OPEN'`),
  ],
);

/** Everything that happened to a data issue, in order; nothing is ever changed in it. */
export const event = schema.table(
  "event",
  {
    issueId: text("issue_id").notNull(),
    place: integer("place").notNull(),
    at: at("at").notNull(),
    kind: text("kind", { enum: ["REPORTED", "CORRECTED", "CONFIRMED", "WITHDRAWN"] }).notNull(),
    by: text("by").notNull(),
  },
  (table) => [primaryKey({ columns: [table.issueId, table.place] })],
);
