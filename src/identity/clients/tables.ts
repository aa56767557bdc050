import { index, jsonb, pgSchema, text, timestamp } from "drizzle-orm/pg-core";
import type { ClientKey } from "./client-key.js";

/** Client systems have a PostgreSQL schema of their own in the hub's database. */
export const schema = pgSchema("clients");

/** 接入系统: the systems that may ask the hub, and what each may at most do. None is ever deleted. */
export const client = schema.table("client", {
  /** The `sub` of its tokens. */
  id: text("id").primaryKey(),
  /** What people call it. */
  name: text("name").notNull(),
  /** Official name in the register. */
  department: text("department").notNull(),
  /** Ids of the duties it may act under. */
  duties: text("duties").array().notNull(),
  /** Prefixes of the division codes within which it may see persons and households. */
  jurisdiction: text("jurisdiction").array().notNull(),
  /** A `developer` client is a person's, for work on a system; a `system` is in service. */
  kind: text("kind", { enum: ["system", "developer"] }).notNull(),
  /** A `suspended` client gets no token, and its tokens no answer. */
  state: text("state", { enum: ["active", "suspended"] }).notNull(),
  /** Public keys that its assertions may be signed with, retired ones too, in the order they were added. */
  keys: jsonb("keys").$type<ClientKey[]>().notNull(),
  createdAt: timestamp("created_at", { withTimezone: true, mode: "string" }).notNull(),
  updatedAt: timestamp("updated_at", { withTimezone: true, mode: "string" }).notNull(),
});

/** Client assertions and DPoP proofs that were used once, until they expire by themselves. */
export const usedProof = schema.table(
  "used_proof",
  {
    /** SHA-256 of what the proof is for, who made it and its `jti`, in base64url. */
    digest: text("digest").primaryKey(),
    /** From when no hub would accept the proof anyway. */
    expiresAt: timestamp("expires_at", { withTimezone: true, mode: "string" }).notNull(),
  },
  (table) => [index("used_proof_expires_at").on(table.expiresAt)],
);
