import type { Bilingual } from "../bilingual.js";
import type { MemberRecords } from "./records.js";

/** A source of records on a member, by its field of `Person`. */
export type MemberSource = keyof MemberRecords;

/** Any source that a report names: a field of `Household` or of `Person`. */
export type SourceName = MemberSource | "household" | "assistance" | "declaration" | "identity";

/** What a source is called, which records it has, and whether asking it needs the person's consent under duty 1.2. */
export interface SourceDescription extends Bilingual {
  /** Type of its records. */
  readonly record: string;
  readonly needsConsent: boolean;
}

/** Every source, in the order of the reports; by `schema/policy.json` those with FINANCIAL or HEALTH records need consent. */
export const SOURCES: Readonly<Record<SourceName, SourceDescription>> = {
  household: { record: "Household", zh: "家庭登记", en: "household register", needsConsent: false },
  assistance: {
    record: "Assistance",
    zh: "社会救助待遇",
    en: "social assistance",
    needsConsent: false,
  },
  declaration: {
    record: "Declaration",
    zh: "家庭申报",
    en: "declaration on file",
    needsConsent: true,
  },
  identity: { record: "Person", zh: "人员登记", en: "register of persons", needsConsent: false },
  marriage: { record: "Marriage", zh: "婚姻登记", en: "marriage register", needsConsent: false },
  householdRegistration: {
    record: "HouseholdRegistration",
    zh: "户籍登记",
    en: "household registration",
    needsConsent: false,
  },
  student: { record: "Student", zh: "学籍", en: "school enrolment", needsConsent: false },
  agriculture: {
    record: "Agriculture",
    zh: "农业农村登记",
    en: "agriculture",
    needsConsent: false,
  },
  medicalInsurance: {
    record: "MedicalInsurance",
    zh: "基本医疗保险",
    en: "medical insurance",
    needsConsent: true,
  },
  disability: {
    record: "Disability",
    zh: "残疾登记",
    en: "disability register",
    needsConsent: true,
  },
  socialInsurance: {
    record: "SocialInsurance",
    zh: "社会保险",
    en: "social insurance",
    needsConsent: true,
  },
  housingFund: {
    record: "HousingFund",
    zh: "住房公积金",
    en: "housing provident fund",
    needsConsent: true,
  },
  incomeTax: { record: "IncomeTax", zh: "个人所得税", en: "income tax", needsConsent: true },
  vehicles: { record: "Vehicle", zh: "机动车登记", en: "motor vehicles", needsConsent: true },
  realEstate: { record: "RealEstate", zh: "不动产登记", en: "real estate", needsConsent: true },
  businesses: {
    record: "Business",
    zh: "市场主体登记",
    en: "business register",
    needsConsent: true,
  },
  financialAssets: {
    record: "FinancialAssets",
    zh: "金融资产",
    en: "financial assets",
    needsConsent: true,
  },
};

/** The sources that are asked about every member, in the order of the reports. */
export const MEMBER_SOURCES: readonly MemberSource[] = [
  "marriage",
  "householdRegistration",
  "student",
  "agriculture",
  "medicalInsurance",
  "disability",
  "socialInsurance",
  "housingFund",
  "incomeTax",
  "vehicles",
  "realEstate",
  "businesses",
  "financialAssets",
];
