import type { Bilingual } from "../bilingual.js";
import type { MemberRecords } from "./records.js";

/** A source of records on a member, by its field of `Person`. */
export type MemberSource = keyof MemberRecords;

/** Any source that a report names: a field of `Household` or of `Person`. */
export type SourceName = MemberSource | "household" | "assistance" | "declaration" | "identity";

/** What a source is called, and whether asking it needs the person's consent under duty 1.2. */
export interface SourceDescription extends Bilingual {
  readonly needsConsent: boolean;
}

/** Every source, in the order of the reports; by `schema/policy.json` those with FINANCIAL or HEALTH records need consent. */
export const SOURCES: Readonly<Record<SourceName, SourceDescription>> = {
  household: { zh: "家庭登记", en: "household register", needsConsent: false },
  assistance: { zh: "社会救助待遇", en: "social assistance", needsConsent: false },
  declaration: { zh: "家庭申报", en: "declaration on file", needsConsent: true },
  identity: { zh: "人员登记", en: "register of persons", needsConsent: false },
  marriage: { zh: "婚姻登记", en: "marriage register", needsConsent: false },
  householdRegistration: { zh: "户籍登记", en: "household registration", needsConsent: false },
  student: { zh: "学籍", en: "school enrolment", needsConsent: false },
  agriculture: { zh: "农业农村登记", en: "agriculture", needsConsent: false },
  medicalInsurance: { zh: "基本医疗保险", en: "medical insurance", needsConsent: true },
  disability: { zh: "残疾登记", en: "disability register", needsConsent: true },
  socialInsurance: { zh: "社会保险", en: "social insurance", needsConsent: true },
  housingFund: { zh: "住房公积金", en: "housing provident fund", needsConsent: true },
  incomeTax: { zh: "个人所得税", en: "income tax", needsConsent: true },
  vehicles: { zh: "机动车登记", en: "motor vehicles", needsConsent: true },
  realEstate: { zh: "不动产登记", en: "real estate", needsConsent: true },
  businesses: { zh: "市场主体登记", en: "business register", needsConsent: true },
  financialAssets: { zh: "金融资产", en: "financial assets", needsConsent: true },
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
