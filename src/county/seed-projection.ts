import type { PgTable } from "drizzle-orm/pg-core";
import type { HouseholdTruth } from "./household-truth.js";

/**
 * How a household of the demonstration county becomes rows of one table. Every row names all of the
 * table's columns, so that rows of many households can be copied as one stream.
 */
export interface SeedProjection<Table extends PgTable = PgTable> {
  readonly table: Table;
  rows(household: HouseholdTruth): readonly Table["$inferInsert"][];
}
