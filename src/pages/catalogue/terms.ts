import type { Sensitivity, Sharing } from "../../policy/field-policy.js";
import type { BasisStatus } from "../../policy/register/register.js";
import type { Bilingual } from "../shared/bilingual.js";

/** 共享属性, as the government data-sharing rules call them. */
export const SHARING: Readonly<Record<Sharing, Bilingual>> = {
  UNCONDITIONAL: { zh: "无条件共享", en: "Unconditional" },
  CONDITIONAL: { zh: "有条件共享", en: "Conditional" },
  NOT_SHARED: { zh: "不予共享", en: "Not shared" },
};

/** How sensitive a value is. */
export const SENSITIVITY: Readonly<Record<Sensitivity, Bilingual>> = {
  NONE: { zh: "非个人信息", en: "Not personal" },
  PERSONAL: { zh: "个人信息", en: "Personal" },
  FINANCIAL: { zh: "财产信息", en: "Financial" },
  HEALTH: { zh: "健康信息", en: "Health" },
};

/** Whether the document has been issued. */
export const BASIS: Readonly<Record<BasisStatus, Bilingual>> = {
  draft: { zh: "草案", en: "draft" },
  issued: { zh: "已印发", en: "issued" },
};

const UNITS: Readonly<Record<string, string>> = {
  元: "yuan",
  "元/月": "yuan a month",
  "元/年": "yuan a year",
  人: "persons",
  周岁: "years of age",
  辆: "vehicles",
  套: "dwellings",
  分: "points",
  年: "calendar year",
  亩: "mu",
  "㎡": "m²",
};

/** A unit in both languages; one that nobody has translated stays Chinese. */
export const unitTerm = (unit: string): Bilingual => ({ zh: unit, en: UNITS[unit] ?? unit });
