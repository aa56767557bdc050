import { codeTable, type CodeOf } from "./code-table.js";

/** Type of basic medical insurance, the insutype of the national platform. */
export const InsuranceType = codeTable("InsuranceType", "险种", "Type of medical insurance", {
  EMPLOYEE: { code: "310", zh: "职工基本医疗保险", en: "employees' medical insurance" },
  RESIDENT: { code: "390", zh: "城乡居民基本医疗保险", en: "residents' medical insurance" },
});
export type InsuranceType = CodeOf<typeof InsuranceType>;

/** Status of an insured person, medical and old-age insurance alike. */
export const InsuranceStatus = codeTable("InsuranceStatus", "参保状态", "Status of insurance", {
  NORMAL: { code: "1", zh: "正常参保", en: "insured" },
  PAUSED: { code: "2", zh: "暂停参保", en: "paused" },
  TERMINATED: { code: "4", zh: "终止参保", en: "terminated" },
});
export type InsuranceStatus = CodeOf<typeof InsuranceStatus>;

/** Category of disability, GB/T 26341. */
export const DisabilityCategory = codeTable(
  "DisabilityCategory",
  "残疾类别",
  "Category of disability",
  {
    VISUAL: { code: "1", zh: "视力残疾", en: "visual" },
    HEARING: { code: "2", zh: "听力残疾", en: "hearing" },
    SPEECH: { code: "3", zh: "言语残疾", en: "speech" },
    PHYSICAL: { code: "4", zh: "肢体残疾", en: "physical" },
    INTELLECTUAL: { code: "5", zh: "智力残疾", en: "intellectual" },
    MENTAL: { code: "6", zh: "精神残疾", en: "mental" },
    MULTIPLE: { code: "7", zh: "多重残疾", en: "multiple" },
  },
);
export type DisabilityCategory = CodeOf<typeof DisabilityCategory>;

/** Grade of disability, GB/T 26341: grade 1 is the worst. */
export const DisabilityGrade = codeTable("DisabilityGrade", "残疾等级", "Grade of disability", {
  GRADE_1: { code: "1", zh: "一级", en: "grade 1, the worst" },
  GRADE_2: { code: "2", zh: "二级", en: "grade 2" },
  GRADE_3: { code: "3", zh: "三级", en: "grade 3" },
  GRADE_4: { code: "4", zh: "四级", en: "grade 4" },
});
export type DisabilityGrade = CodeOf<typeof DisabilityGrade>;

/** Status of a disability certificate; the codes are this project's. */
export const CertificateStatus = codeTable(
  "CertificateStatus",
  "残疾人证状态",
  "Status of a disability certificate",
  {
    VALID: { code: "1", zh: "有效", en: "valid" },
    EXPIRED: { code: "2", zh: "过期", en: "expired" },
    FROZEN: { code: "3", zh: "冻结", en: "frozen" },
    CANCELLED: { code: "4", zh: "注销", en: "cancelled" },
  },
);
export type CertificateStatus = CodeOf<typeof CertificateStatus>;

/** Level of care need or of lost ability (失能等级), as the national assessment standard for long-term care numbers them. */
export const CareLevel = codeTable("CareLevel", "照护（失能）等级", "Level of care need", {
  ABLE: { code: "0", zh: "基本正常", en: "able" },
  MILD: { code: "1", zh: "轻度失能", en: "mild" },
  MODERATE: { code: "2", zh: "中度失能", en: "moderate" },
  SEVERE_1: { code: "3", zh: "重度失能一级", en: "severe, first level" },
  SEVERE_2: { code: "4", zh: "重度失能二级", en: "severe, second level" },
  SEVERE_3: { code: "5", zh: "重度失能三级", en: "severe, third level" },
});
export type CareLevel = CodeOf<typeof CareLevel>;
