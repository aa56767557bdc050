import { boolean, index, pgSchema, primaryKey, text } from "drizzle-orm/pg-core";
import { day, decimal, money, personKey } from "../../src/database/column-types.js";
import { provenanceColumns } from "../../src/department/provenance-columns.js";

/** The department's PostgreSQL schema. */
export const schema = pgSchema("big_data");

/** 户籍登记: where a person's household register is kept. */
export const householdRegistration = schema.table("household_registration", {
  person: personKey("person").primaryKey(),
  address: text("address"),
  registeredDivision: text("registered_division"),
  movedInOn: day("moved_in_on"),
  deregisteredOn: day("deregistered_on"),
  ...provenanceColumns(),
});

/** 机动车登记: vehicles by plate, with their owner. */
export const vehicle = schema.table(
  "vehicle",
  {
    plateNumber: text("plate_number").primaryKey(),
    person: personKey("person").notNull(),
    kind: text("kind"),
    usage: text("usage"),
    purchasePrice: money("purchase_price"),
    registeredOn: day("registered_on"),
    status: text("status"),
    ...provenanceColumns(),
  },
  (table) => [index("vehicle_person").on(table.person)],
);

/** 不动产登记: one row a co-owner of a certificate; floor area in ㎡, share from 0 to 1. */
export const realEstate = schema.table(
  "real_estate",
  {
    certificateNumber: text("certificate_number").notNull(),
    person: personKey("person").notNull(),
    usage: text("usage"),
    floorArea: decimal("floor_area", 2),
    address: text("address"),
    share: decimal("share", 4),
    registeredOn: day("registered_on"),
    ...provenanceColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.certificateNumber, table.person] }),
    index("real_estate_person").on(table.person),
  ],
);

/** 社会保险: pension insurance, unemployment benefit and employment register; amounts in 元/月. */
export const socialInsurance = schema.table("social_insurance", {
  person: personKey("person").primaryKey(),
  pensionStatus: text("pension_status"),
  contributionBase: money("contribution_base"),
  monthlyPension: money("monthly_pension"),
  unemploymentBenefit: money("unemployment_benefit"),
  employed: boolean("employed"),
  ...provenanceColumns(),
});

/** 住房公积金: monthly contribution in 元/月, balance in 元. */
export const housingFund = schema.table("housing_fund", {
  person: personKey("person").primaryKey(),
  monthlyContribution: money("monthly_contribution"),
  balance: money("balance"),
  ...provenanceColumns(),
});

/** 个人所得税: taxable income in 元/年. */
export const incomeTax = schema.table("income_tax", {
  person: personKey("person").primaryKey(),
  taxableIncome: money("taxable_income"),
  ...provenanceColumns(),
});

/** 市场主体登记: one row a person and role in a business; `shareRatio` from 0 to 1. */
export const business = schema.table(
  "business",
  {
    unifiedSocialCreditCode: text("unified_social_credit_code").notNull(),
    person: personKey("person").notNull(),
    role: text("role").notNull(),
    name: text("name"),
    registeredCapital: money("registered_capital"),
    status: text("status"),
    shareRatio: decimal("share_ratio", 4),
    ...provenanceColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.unifiedSocialCreditCode, table.person, table.role] }),
    index("business_person").on(table.person),
  ],
);

/** 金融资产: totals in 元 as the provincial platform answered them. */
export const financialAssets = schema.table("financial_assets", {
  person: personKey("person").primaryKey(),
  deposits: money("deposits"),
  securities: money("securities"),
  insurancePolicies: money("insurance_policies"),
  ...provenanceColumns(),
});

/** 学籍: the school a person is enrolled at; tuition in 元/年. */
export const student = schema.table("student", {
  person: personKey("person").primaryKey(),
  school: text("school"),
  stage: text("stage"),
  annualTuition: money("annual_tuition"),
  ...provenanceColumns(),
});
