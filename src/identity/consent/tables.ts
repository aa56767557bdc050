import { date, index, integer, pgSchema, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { personKey } from "../../database/column-types.js";

/** Consents have a PostgreSQL schema of their own in the hub's database. */
export const schema = pgSchema("consent");

/**
 * 授权书: what a person agreed to, one row a version. A version is never changed: revocation, expiry
 * and renewal are new versions, and the latest one counts.
 */
export const consent = schema.table(
  "consent",
  {
    id: text("id").notNull(),
    /** From 1. */
    version: integer("version").notNull(),
    /** The person whose data it is. */
    person: personKey("person").notNull(),
    /** The household on whose application it was signed; null for a consent without one. */
    householdId: text("household_id"),
    /** The household's members on that day; null without a household. */
    membership: personKey("membership").array(),
    /** Village in which the person lives, 12 digits: callers of other divisions neither see nor change the consent. */
    division: text("division").notNull(),
    /** Who signed: the person, or a guardian. */
    signer: personKey("signer").notNull(),
    signerRelation: text("signer_relation", {
      enum: ["SELF", "GUARDIAN", "LEGAL_REPRESENTATIVE"],
    }).notNull(),
    /** Ids of the duties it covers. */
    duties: text("duties").array().notNull(),
    validFrom: date("valid_from", { mode: "string" }).notNull(),
    /** Last day; null until the household exits. */
    validTo: date("valid_to", { mode: "string" }),
    state: text("state", { enum: ["GIVEN", "REVOKED", "ENDED"] }).notNull(),
    /** Why this version was made. */
    reason: text("reason").notNull(),
    /** The client system, and its department, that recorded this version. */
    recordedBy: text("recorded_by").notNull(),
    recordedAt: timestamp("recorded_at", { withTimezone: true, mode: "string" })
      .notNull()
      .defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.id, table.version] }),
    index("consent_person").on(table.person),
    index("consent_household_id").on(table.householdId),
  ],
);
