import { sql } from "drizzle-orm";
import { boolean, check, pgSchema, text, timestamp } from "drizzle-orm/pg-core";
import { personKey, sealed } from "../database/column-types.js";

/** Stands in every database that knows persons by their keys, a department's own too. */
export const schema = pgSchema("sealing");

/** Says which secret made this database's person keys. */
export const personKeys = schema.table(
  "person_keys",
  {
    /** There is one row. */
    single: boolean("single").primaryKey().default(true),
    /** Never the secret: a fingerprint. */
    id: text("id").notNull(),
    since: timestamp("since", { withTimezone: true, mode: "string" }).notNull().defaultNow(),
  },
  ({ single }) => [check("person_keys_single", sql`${single}`)],
);

/** Every person of this database with the ID number, sealed: the only way back from a key. */
export const knownPerson = schema.table("known_person", {
  person: personKey("person").primaryKey(),
  idNumber: sealed("id_number").notNull(),
});
