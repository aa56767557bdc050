import { codeTable, type CodeOf } from "./code-table.js";

/** Programme of social assistance (社会救助); the codes are this project's. */
export const AssistanceProgramme = codeTable(
  "AssistanceProgramme",
  "救助类别",
  "Programme of social assistance",
  {
    MINIMUM_LIVING: { code: "1", zh: "最低生活保障", en: "minimum living allowance" },
    MINIMUM_LIVING_MARGINAL: {
      code: "2",
      zh: "最低生活保障边缘",
      en: "margin of the minimum living allowance",
    },
    EXTREME_POVERTY: { code: "3", zh: "特困人员供养", en: "support in extreme poverty" },
    EXPENDITURE_POVERTY: {
      code: "4",
      zh: "支出型贫困救助",
      en: "relief in expenditure-type poverty",
    },
    TEMPORARY: { code: "5", zh: "临时救助", en: "temporary relief" },
    SINGLE_HOUSEHOLD: {
      code: "6",
      zh: "单独列户纳入低保",
      en: "minimum living allowance for one member admitted as a household of its own",
    },
  },
);
export type AssistanceProgramme = CodeOf<typeof AssistanceProgramme>;

/** Band of the monthly income per head against the lines in force; the codes are this project's. */
export const IncomeBand = codeTable("IncomeBand", "家庭人均收入档次", "Band of income per head", {
  WITHIN_STANDARD: { code: "1", zh: "低保标准以内", en: "within the minimum living standard" },
  WITHIN_MARGINAL_LINE: {
    code: "2",
    zh: "低保标准以上、低保边缘标准以内",
    en: "above the standard, within the marginal line",
  },
  ABOVE_MARGINAL_LINE: { code: "3", zh: "低保边缘标准以上", en: "above the marginal line" },
});
export type IncomeBand = CodeOf<typeof IncomeBand>;

/** Ground on which one member is admitted as a household of its own (单独列户); the codes are this project's. */
export const SingleHouseholdGround = codeTable(
  "SingleHouseholdGround",
  "单独列户情形",
  "Ground of single-household admission",
  {
    SERIOUS_ILLNESS: { code: "1", zh: "重病患者", en: "seriously ill" },
    SEVERE_DISABILITY: { code: "2", zh: "一级、二级重度残疾人", en: "disabled in grade 1 or 2" },
    ADULT_MENTAL_OR_INTELLECTUAL_DISABILITY: {
      code: "3",
      zh: "成年三级、四级精神或智力残疾人",
      en: "adult with a mental or intellectual disability in grade 3 or 4",
    },
  },
);
export type SingleHouseholdGround = CodeOf<typeof SingleHouseholdGround>;

/** Main cause of a family's poverty; the codes are this project's. */
export const PovertyCause = codeTable("PovertyCause", "致贫原因", "Main cause of poverty", {
  ILLNESS: { code: "1", zh: "因病", en: "illness" },
  DISABILITY: { code: "2", zh: "因残", en: "disability" },
  EDUCATION: { code: "3", zh: "因学", en: "cost of schooling" },
  LABOUR_SHORTAGE: { code: "4", zh: "缺劳动力", en: "nobody able to work" },
  OLD_AGE: { code: "5", zh: "年老", en: "old age" },
  ACCIDENT_OR_DISASTER: { code: "6", zh: "因灾、意外事故", en: "accident or disaster" },
  OTHER: { code: "9", zh: "其他", en: "another cause" },
});
export type PovertyCause = CodeOf<typeof PovertyCause>;

/** Dimension of the multidimensional poverty index; the codes are this project's. */
export const PovertyDimensionName = codeTable(
  "PovertyDimensionName",
  "多维度贫困维度",
  "Dimension of poverty",
  {
    INCOME: { code: "1", zh: "收入", en: "income" },
    HEALTH: { code: "2", zh: "健康", en: "health" },
    EDUCATION: { code: "3", zh: "教育", en: "education" },
    HOUSING: { code: "4", zh: "居住", en: "housing" },
    EMPLOYMENT: { code: "5", zh: "就业", en: "employment" },
    SOCIAL_SUPPORT: { code: "6", zh: "社会支持", en: "social support" },
  },
);
export type PovertyDimensionName = CodeOf<typeof PovertyDimensionName>;

/** Outcome of an economic verification; the codes are this project's. */
export const VerificationOutcome = codeTable(
  "VerificationOutcome",
  "核对结论",
  "Outcome of a verification",
  {
    CLEAN: { code: "1", zh: "未发现疑点", en: "nothing worth looking at" },
    FINDINGS: { code: "2", zh: "存在疑点", en: "findings to look at" },
    INCOMPLETE: { code: "3", zh: "信息不完整", en: "a source or a consent was missing" },
  },
);
export type VerificationOutcome = CodeOf<typeof VerificationOutcome>;
