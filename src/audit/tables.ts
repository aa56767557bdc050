import {
  bigint,
  doublePrecision,
  index,
  pgSchema,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";

/** The access log has a PostgreSQL schema of its own in the hub's database. */
export const schema = pgSchema("audit");

/** Lists of coordinates, each once: an operation reads the same whenever it comes again. Append-only. */
export const reading = schema.table("reading", {
  /** SHA-256 of the list, in hexadecimal; records are hashed with it. */
  reading: text("reading").primaryKey(),
  coordinates: text("coordinates").array().notNull(),
});

/** One row for each request that the hub answered, in the order of the chain. Append-only. */
export const record = schema.table(
  "record",
  {
    /** From 1, without gaps. */
    sequence: bigint("sequence", { mode: "number" }).primaryKey(),
    /** Of `hash`, and of the entry's digest. */
    algorithm: text("algorithm", { enum: ["sm3", "sha256"] }).notNull(),
    /** Hash of the record before, in hexadecimal; zeros for the first. */
    previous: text("previous").notNull(),
    /** Hash of `previous` and the entry's digest, in hexadecimal. */
    hash: text("hash").notNull(),
    /** The audit id that the answer carried. */
    id: uuid("id").notNull(),
    /** To the millisecond, as it is hashed. */
    at: timestamp("at", { withTimezone: true, mode: "string", precision: 3 }).notNull(),
    client: text("client"),
    operator: text("operator"),
    department: text("department"),
    duty: text("duty"),
    case: text("case"),
    operation: text("operation"),
    /** What was read, or asked for: of {@link reading}. */
    reading: text("reading").notNull(),
    subjects: text("subjects").array().notNull(),
    decision: text("decision", { enum: ["ALLOWED", "REFUSED", "FAILED"] }).notNull(),
    codes: text("codes").array().notNull(),
    policy: text("policy").notNull(),
    latency: doublePrecision("latency").notNull(),
  },
  (table) => [
    index("record_at").on(table.at),
    index("record_id").on(table.id),
    index("record_subjects").using("gin", table.subjects),
  ],
);

/** Signed statements of how long the chain was and what it ended with. Append-only. */
export const checkpoint = schema.table("checkpoint", {
  /** Records of the chain, which is the sequence of its last one. */
  size: bigint("size", { mode: "number" }).primaryKey(),
  /** Hash of that last record. */
  hash: text("hash").notNull(),
  at: timestamp("at", { withTimezone: true, mode: "string", precision: 3 }).notNull(),
  /** The `kid` of the key that signed. */
  keyId: text("key_id").notNull(),
  /** Detached JWS over the other columns (RFC 7515, appendix F). */
  signature: text("signature").notNull(),
});
