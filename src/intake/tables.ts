import { bigint, index, integer, jsonb, pgSchema, text, timestamp } from "drizzle-orm/pg-core";
import { day } from "../database/column-types.js";
import type { Correction } from "./mapping/cell-value.js";

/** Stands in every database that holds a department's tables: a snapshot and its account are one transaction. */
export const schema = pgSchema("intake");

const at = (column: string) => timestamp(column, { withTimezone: true, mode: "string" });

/** 快照: one load of a file that took effect; the latest of a table is the snapshot that stands. */
export const load = schema.table(
  "load",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** Slug. */
    department: text("department").notNull(),
    /** Kind of file. */
    kind: text("kind").notNull(),
    /** The table as SQL names it. */
    relation: text("relation").notNull(),
    /** The latest day that a row speaks of. */
    asOf: day("as_of").notNull(),
    /** Day that was given for rows that do not say their own; null where none was. */
    givenAsOf: day("given_as_of"),
    /** The body in which the data first arose, where a row does not name its own. */
    source: text("source").notNull(),
    fileName: text("file_name").notNull(),
    /** SHA-256 of its bytes, in hexadecimal. */
    fileHash: text("file_hash").notNull(),
    bytes: bigint("bytes", { mode: "number" }).notNull(),
    encoding: text("encoding").notNull(),
    rowsRead: integer("rows_read").notNull(),
    rowsLoaded: integer("rows_loaded").notNull(),
    rowsRefused: integer("rows_refused").notNull(),
    added: integer("added").notNull(),
    changed: integer("changed").notNull(),
    removed: integer("removed").notNull(),
    unchanged: integer("unchanged").notNull(),
    /** Earlier records that stayed because their row was refused. */
    kept: integer("kept").notNull(),
    corrections: jsonb("corrections").$type<Partial<Record<Correction, number>>>().notNull(),
    startedAt: at("started_at").notNull(),
    finishedAt: at("finished_at").notNull(),
    /** Who ran the load; null where nobody is named. */
    loadedBy: text("loaded_by"),
  },
  (table) => [index("load_relation").on(table.relation, table.id)],
);

/** 历史记录: a record as it rested before a load changed or removed it. */
export const formerRecord = schema.table(
  "former_record",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** The table as SQL names it. */
    relation: text("relation").notNull(),
    /** The record's key as it rests: a JSON array of the key columns' values as text, in order. */
    key: text("key").notNull(),
    /** By column names; persons by their keys, sealed texts sealed. */
    record: jsonb("record").$type<Readonly<Record<string, unknown>>>().notNull(),
    change: text("change", { enum: ["CHANGED", "REMOVED"] }).notNull(),
    /** The load that did it. */
    loadId: bigint("load_id", { mode: "number" }).notNull(),
    replacedAt: at("replaced_at").notNull(),
  },
  (table) => [index("former_record_key").on(table.relation, table.key)],
);
