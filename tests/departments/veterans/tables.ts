import { boolean, pgSchema } from "drizzle-orm/pg-core";
import { money, personKey } from "../../../src/database/column-types.js";
import { provenanceColumns } from "../../../src/department/provenance-columns.js";

export const schema = pgSchema("veterans");

/** 优抚: whether a person receives preferential treatment, and how much. */
export const veteran = schema.table("veteran", {
  person: personKey("person").primaryKey(),
  disabledInService: boolean("disabled_in_service"),
  monthlyPension: money("monthly_pension"),
  ...provenanceColumns(),
});
