import { date, numeric, pgSchema, text } from "drizzle-orm/pg-core";

const schema = pgSchema("elderly_care");

/** 养老补贴: a view of the centre's own system, which says how fresh it is. */
export const careAllowance = schema
  .view("care_allowance", {
    idNumber: text("id_number"),
    monthlyAmount: numeric("monthly_amount", { precision: 14, scale: 2 }),
    paidSince: text("paid_since"),
    originalSource: text("original_source"),
    asOf: date("as_of", { mode: "string" }),
  })
  .existing();

/** 入住: a foreign table of another server where postgres_fdw is there, a view elsewhere. */
export const careBed = schema
  .view("care_bed", { idNumber: text("id_number"), home: text("home") })
  .existing();
