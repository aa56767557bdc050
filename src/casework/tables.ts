import {
  boolean,
  date,
  index,
  integer,
  json,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { sealed } from "../database/column-types.js";
import type { ParameterUsed } from "../verification/parameters/parameters.js";
import type { RunScope } from "./run-scope.js";

/** Verifications have a PostgreSQL schema of their own in the hub's database. */
export const schema = pgSchema("verification");

const at = (column: string) => timestamp(column, { withTimezone: true, mode: "string" });

/** The numbers of reports, in order; a number that was never used is no gap in the record. */
export const verificationNumber = schema.sequence("verification_number");

/** 核对: one household's verification, as far as lists need it; what it says is in its reports. */
export const verification = schema.table(
  "verification",
  {
    /** Number of the report, HD2026-0000001. */
    id: text("id").primaryKey(),
    householdId: text("household_id").notNull(),
    /** Village of the household, 12 digits: callers of other divisions do not see the verification. */
    division: text("division").notNull(),
    /** Programme applied for; null on a re-verification. */
    programme: text("programme"),
    duty: text("duty").notNull(),
    case: text("case_reference").notNull(),
    /** What the family applied with, sealed. */
    application: sealed("application").notNull(),
    outcome: text("outcome", { enum: ["CLEAN", "FINDINGS", "INCOMPLETE"] }).notNull(),
    incomeBand: text("income_band"),
    /** Of the latest report, from 1. */
    version: integer("version").notNull(),
    openFindings: integer("open_findings").notNull(),
    openObjections: integer("open_objections").notNull().default(0),
    requestedBy: text("requested_by").notNull(),
    submittedAt: at("submitted_at").notNull(),
    completedAt: at("completed_at").notNull(),
    /** Last day for the decision. */
    dueOn: date("due_on", { mode: "string" }).notNull(),
    extended: boolean("extended").notNull().default(false),
    /** Last day on which a decision may rest on it. */
    validUntil: date("valid_until", { mode: "string" }).notNull(),
    /** When the sources that did not answer are asked again; null where nothing is waited for. */
    retryAt: at("retry_at"),
    retries: integer("retries").notNull().default(0),
    /** The re-verification that it belongs to. */
    runId: text("run_id"),
  },
  (table) => [
    index("verification_household").on(table.householdId),
    index("verification_division").on(table.division),
    index("verification_retry").on(table.retryAt),
    uniqueIndex("verification_run_household").on(table.runId, table.householdId),
  ],
);

/** The parameters that reports were computed with, each set once. */
export const parameterSet = schema.table("parameter_set", {
  /** SHA-256 of the set, in hex. */
  hash: text("hash").primaryKey(),
  parameters: json("parameters").$type<readonly ParameterUsed[]>().notNull(),
});

/** 核对报告 as it was issued, and what it was computed from; a later one is another version. */
export const report = schema.table(
  "report",
  {
    verificationId: text("verification_id").notNull(),
    version: integer("version").notNull(),
    madeAt: at("made_at").notNull(),
    /** Compressed, sealed: the report without its parameters. */
    report: sealed("report").notNull(),
    /** Compressed, sealed: what was declared and found. */
    situation: sealed("situation").notNull(),
    parameters: text("parameters").notNull(),
    /** What the code on it is checked by, without opening it: its hash and its two days. */
    digest: text("digest").notNull(),
    issuedOn: date("issued_on", { mode: "string" }).notNull(),
    validUntil: date("valid_until", { mode: "string" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.verificationId, table.version] })],
);

/** 疑点: one finding of a verification through all its reports, and what was done about it. */
export const finding = schema.table(
  "finding",
  {
    /** The verification's id and a number, HD2026-0000001-2. */
    id: text("id").primaryKey(),
    verificationId: text("verification_id").notNull(),
    code: text("code").notNull(),
    severity: text("severity").notNull(),
    /** MEMBER 2; null where it is about the household. */
    person: text("person"),
    /** Hash of what was declared and found: another value is looked at anew. */
    fingerprint: text("fingerprint").notNull(),
    firstVersion: integer("first_version").notNull(),
    /** The latest report that has it; one that is not in the latest any more is settled. */
    lastVersion: integer("last_version").notNull(),
    state: text("state", {
      enum: ["OPEN", "UPHELD", "DISMISSED", "CORRECTED", "SETTLED"],
    }).notNull(),
    reason: text("reason"),
    disposedBy: text("disposed_by"),
    disposedAt: at("disposed_at"),
  },
  (table) => [index("finding_verification").on(table.verificationId)],
);

/** 异议: what the family says against a finding, and what came of it. */
export const objection = schema.table(
  "objection",
  {
    id: text("id").primaryKey(),
    verificationId: text("verification_id").notNull(),
    findingId: text("finding_id").notNull(),
    /** What the family says, sealed. */
    statement: sealed("statement").notNull(),
    /** References of the documents handed in. */
    evidence: text("evidence").array().notNull(),
    raisedBy: text("raised_by").notNull(),
    raisedAt: at("raised_at").notNull(),
    state: text("state", { enum: ["OPEN", "ACCEPTED", "REJECTED"] }).notNull(),
    resolution: text("resolution"),
    resolvedBy: text("resolved_by"),
    resolvedAt: at("resolved_at"),
  },
  (table) => [index("objection_verification").on(table.verificationId)],
);

/** Everything that happened to a verification, in order; nothing is ever changed in it. */
export const event = schema.table(
  "event",
  {
    verificationId: text("verification_id").notNull(),
    place: integer("place").notNull(),
    at: at("at").notNull(),
    kind: text("kind", {
      enum: ["VERIFIED", "FINDING_DISPOSED", "OBJECTION_RAISED", "OBJECTION_RESOLVED", "EXTENDED"],
    }).notNull(),
    by: text("by").notNull(),
    /** Finding or objection that it is about; null for the verification itself. */
    about: text("about"),
    note: text("note").notNull(),
  },
  (table) => [primaryKey({ columns: [table.verificationId, table.place] })],
);

/** 复核批次: a re-verification of many households. */
export const run = schema.table("run", {
  id: text("id").primaryKey(),
  scope: jsonb("scope").$type<RunScope>().notNull(),
  /** Prefixes of the divisions within which it verifies. */
  jurisdiction: text("jurisdiction").array().notNull(),
  state: text("state", { enum: ["RUNNING", "CANCELLED", "FINISHED"] }).notNull(),
  requestedBy: text("requested_by").notNull(),
  startedAt: at("started_at").notNull(),
  finishedAt: at("finished_at"),
});

/** One household of a re-verification: exactly one verification comes of it. */
export const runItem = schema.table(
  "run_item",
  {
    runId: text("run_id").notNull(),
    householdId: text("household_id").notNull(),
    /** Households that are read together. */
    batch: integer("batch").notNull(),
    state: text("state", { enum: ["PENDING", "DONE", "UNCHANGED", "FAILED"] }).notNull(),
    verificationId: text("verification_id"),
    /** Why it failed. */
    reason: text("reason"),
    attempts: integer("attempts").notNull().default(0),
    doneAt: at("done_at"),
  },
  (table) => [
    primaryKey({ columns: [table.runId, table.householdId] }),
    index("run_item_batch").on(table.runId, table.batch),
  ],
);
