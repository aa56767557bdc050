import { boolean, integer, pgSchema, text } from "drizzle-orm/pg-core";
import { decimal, money, personKey } from "../../src/database/column-types.js";
import { provenanceColumns } from "../../src/department/provenance-columns.js";

/** The department's PostgreSQL schema. */
export const schema = pgSchema("agriculture");

/** 农业农村登记: areas in 亩, amounts in 元/年; `machinery` is null where it was not surveyed. */
export const agriculture = schema.table("agriculture", {
  person: personKey("person").primaryKey(),
  lowIncomeFarmer: boolean("low_income_farmer"),
  recognisedYear: integer("recognised_year"),
  povertyCause: text("poverty_cause"),
  contractedArea: decimal("contracted_area", 2),
  transferredArea: decimal("transferred_area", 2),
  transferRent: money("transfer_rent"),
  annualSubsidies: money("annual_subsidies"),
  collectiveDividend: money("collective_dividend"),
  machinery: text("machinery").array(),
  businessEntity: text("business_entity"),
  ...provenanceColumns(),
});
