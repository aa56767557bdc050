import { pgSchema, text } from "drizzle-orm/pg-core";
import { personKey } from "../../../src/database/column-types.js";
import { provenanceColumns } from "../../../src/department/provenance-columns.js";

export const schema = pgSchema("elderly_care");

/** 能力评估: the hub's own table. */
export const careAssessment = schema.table("care_assessment", {
  person: personKey("person").primaryKey(),
  grade: text("grade"),
  ...provenanceColumns(),
});
