import { boolean, integer, pgSchema, primaryKey, text } from "drizzle-orm/pg-core";
import { day, money, personKey } from "../../src/database/column-types.js";
import { provenanceColumns } from "../../src/department/provenance-columns.js";

/** The department's PostgreSQL schema. */
export const schema = pgSchema("medical_insurance");

/** 基本医疗保险: one enrolment a person. */
export const medicalInsurance = schema.table("medical_insurance", {
  person: personKey("person").primaryKey(),
  insuranceType: text("insurance_type"),
  status: text("status"),
  employer: text("employer"),
  enrolledOn: day("enrolled_on"),
  assistedEnrolment: boolean("assisted_enrolment"),
  seriousIllness: boolean("serious_illness"),
  ...provenanceColumns(),
});

/** 诊断: a person's diagnoses by ICD-10 code, in `position` order; read by the department alone. */
export const diagnosis = schema.table(
  "diagnosis",
  {
    person: personKey("person").notNull(),
    position: integer("position").notNull(),
    code: text("code").notNull(),
    name: text("name").notNull(),
    diagnosedOn: day("diagnosed_on"),
    ...provenanceColumns(),
  },
  (table) => [primaryKey({ columns: [table.person, table.position] })],
);

/** 年度医疗费用: what a person's treatment cost in a calendar year and who paid it, in 元/年. */
export const spending = schema.table(
  "spending",
  {
    person: personKey("person").notNull(),
    year: integer("year").notNull(),
    total: money("total"),
    pooledPayment: money("pooled_payment"),
    seriousIllnessPayment: money("serious_illness_payment"),
    medicalAssistancePayment: money("medical_assistance_payment"),
    outOfPocket: money("out_of_pocket"),
    ...provenanceColumns(),
  },
  (table) => [primaryKey({ columns: [table.person, table.year] })],
);

/** 长期护理保险: the assessed level and the monthly benefit. */
export const longTermCare = schema.table("long_term_care", {
  person: personKey("person").primaryKey(),
  disabilityLevel: text("disability_level"),
  monthlyBenefit: money("monthly_benefit"),
  ...provenanceColumns(),
});
