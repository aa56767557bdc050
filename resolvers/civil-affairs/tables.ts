import { boolean, index, integer, pgSchema, primaryKey, text } from "drizzle-orm/pg-core";
import {
  day,
  decimal,
  money,
  personKey,
  sealed,
  yearMonth,
} from "../../src/database/column-types.js";
import { provenanceColumns } from "../../src/department/provenance-columns.js";

/** The department's PostgreSQL schema. */
export const schema = pgSchema("civil_affairs");

/** 家庭: township and village as division codes of 9 and 12 digits. */
export const household = schema.table(
  "household",
  {
    id: text("id").primaryKey(),
    township: text("township").notNull(),
    village: text("village").notNull(),
    headCount: integer("head_count"),
    incomeBand: text("income_band"),
    ...provenanceColumns(),
  },
  (table) => [
    index("household_township").on(table.township),
    index("household_village").on(table.village),
  ],
);

/** 人员: `division` is the village of residence, 12 digits. Age is computed. */
export const person = schema.table("person", {
  person: personKey("person").primaryKey(),
  idNumber: sealed("id_number").notNull(),
  maskedIdNumber: sealed("masked_id_number").notNull(),
  name: text("name").notNull(),
  sex: text("sex"),
  birthDate: day("birth_date"),
  maritalStatus: text("marital_status"),
  division: text("division").notNull(),
  deathDate: day("death_date"),
  cremationDate: day("cremation_date"),
  ecologicalBurial: boolean("ecological_burial"),
  ...provenanceColumns(),
});

/** 家庭成员与赡抚扶养人: `role` is MEMBER or OBLIGOR, `position` the order within the role. */
export const membership = schema.table(
  "membership",
  {
    householdId: text("household_id").notNull(),
    person: personKey("person").notNull(),
    role: text("role", { enum: ["MEMBER", "OBLIGOR"] }).notNull(),
    kinship: text("kinship"),
    position: integer("position").notNull(),
    ...provenanceColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.householdId, table.person, table.role] }),
    index("membership_person").on(table.person),
  ],
);

/** 社会救助待遇: amount in 元/月; no end month while it is paid. */
export const assistance = schema.table(
  "assistance",
  {
    id: text("id").primaryKey(),
    householdId: text("household_id").notNull(),
    programme: text("programme").notNull(),
    startMonth: yearMonth("start_month").notNull(),
    endMonth: yearMonth("end_month"),
    monthlyAmount: money("monthly_amount"),
    gradualExitUntil: day("gradual_exit_until"),
    ...provenanceColumns(),
  },
  (table) => [index("assistance_household_id").on(table.householdId)],
);

/** 申报的家庭经济状况: income in 元/年, assets in 元, as the household declared them. */
export const declaration = schema.table("declaration", {
  householdId: text("household_id").primaryKey(),
  wageIncome: money("wage_income"),
  businessIncome: money("business_income"),
  propertyIncome: money("property_income"),
  transferIncome: money("transfer_income"),
  otherIncome: money("other_income"),
  financialAssets: money("financial_assets"),
  vehicleCount: integer("vehicle_count"),
  dwellingCount: integer("dwelling_count"),
  declaredOn: day("declared_on"),
  ...provenanceColumns(),
});

/** 多维度贫困指标: the household's score and the day of the home survey. */
export const povertyIndex = schema.table("poverty_index", {
  householdId: text("household_id").primaryKey(),
  score: decimal("score", 2),
  surveyedOn: day("surveyed_on"),
  ...provenanceColumns(),
});

/** 多维度贫困分项: score and weight of one dimension, in `position` order. */
export const povertyDimension = schema.table(
  "poverty_dimension",
  {
    householdId: text("household_id").notNull(),
    dimension: text("dimension").notNull(),
    score: decimal("score", 2),
    weight: decimal("weight", 4),
    position: integer("position").notNull(),
    ...provenanceColumns(),
  },
  (table) => [primaryKey({ columns: [table.householdId, table.dimension] })],
);

/** 单独列户纳入低保: a member admitted as a household of one, and on what ground. */
export const singleHouseholdAdmission = schema.table(
  "single_household_admission",
  {
    householdId: text("household_id").notNull(),
    person: personKey("person").notNull(),
    ground: text("ground"),
    admittedOn: day("admitted_on"),
    ...provenanceColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.householdId, table.person] }),
    index("single_household_admission_person").on(table.person),
  ],
);

/** 最近一次核对结论: what the household's latest verification concluded. */
export const verificationSummary = schema.table("verification_summary", {
  householdId: text("household_id").primaryKey(),
  number: text("number").notNull(),
  outcome: text("outcome"),
  incomeBand: text("income_band"),
  completedOn: day("completed_on"),
  validUntil: day("valid_until"),
  ...provenanceColumns(),
});

/** 婚姻登记: a person's latest registration; the spouse may be unknown to the county. */
export const marriage = schema.table(
  "marriage",
  {
    person: personKey("person").primaryKey(),
    spouse: personKey("spouse"),
    certificateNumber: text("certificate_number"),
    registeredOn: day("registered_on"),
    ...provenanceColumns(),
  },
  (table) => [index("marriage_spouse").on(table.spouse)],
);

/** 儿童福利保障: allowance in 元/月. */
export const childWelfare = schema.table("child_welfare", {
  person: personKey("person").primaryKey(),
  category: text("category"),
  monthlyAllowance: money("monthly_allowance"),
  ...provenanceColumns(),
});

/** 留守人员登记: who was left behind, and the last visit. */
export const leftBehind = schema.table("left_behind", {
  person: personKey("person").primaryKey(),
  category: text("category"),
  lastVisitedOn: day("last_visited_on"),
  ...provenanceColumns(),
});

/** 养老服务补贴: assessed care level and subsidy in 元/月. */
export const elderCare = schema.table("elder_care", {
  person: personKey("person").primaryKey(),
  careLevel: text("care_level"),
  monthlySubsidy: money("monthly_subsidy"),
  ...provenanceColumns(),
});

/** 水库移民后期扶持: the reservoir and the support in 元/年. */
export const reservoirMigrant = schema.table("reservoir_migrant", {
  person: personKey("person").primaryKey(),
  reservoir: text("reservoir"),
  annualSupport: money("annual_support"),
  ...provenanceColumns(),
});
