import { boolean, pgSchema, text } from "drizzle-orm/pg-core";
import { day, money, personKey, sealed } from "../../src/database/column-types.js";
import { provenanceColumns } from "../../src/department/provenance-columns.js";

/** The department's PostgreSQL schema. */
export const schema = pgSchema("disabled_federation");

/** 残疾登记: one certificate a person; subsidies in 元/月, null where none is paid. */
export const disability = schema.table("disability", {
  person: personKey("person").primaryKey(),
  category: text("category"),
  grade: text("grade"),
  certificateNumber: sealed("certificate_number"),
  certificateStatus: text("certificate_status"),
  issuedOn: day("issued_on"),
  validUntil: day("valid_until"),
  livingSubsidy: money("living_subsidy"),
  nursingSubsidy: money("nursing_subsidy"),
  assistedEmployment: boolean("assisted_employment"),
  bankAccount: sealed("bank_account"),
  ...provenanceColumns(),
});
