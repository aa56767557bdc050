import { BusinessRole, BusinessStatus, InsuranceStatus } from "../../../src/codes/code-tables.js";
import { codeEnum } from "../../../src/department/code-enum.js";
import { Record } from "../../../src/department/governed.js";
import { DepartmentRecord } from "../../../src/department/provenance.js";
import { CreditCode, Decimal, Money } from "../../../src/department/scalars.js";
import { Governed } from "../identity.js";

/** Social insurance. */
@Record("SocialInsurance", "社会保险。", "Social insurance.")
export class SocialInsurance extends DepartmentRecord {
  @Governed(codeEnum(InsuranceStatus), {
    zh: "养老保险参保状态",
    en: "Status of old-age insurance",
    sensitivity: "PERSONAL",
    source: "县人力社保局",
    duties: "1.2 3.2",
  })
  pensionStatus?: InsuranceStatus | null;

  @Governed(() => Money, {
    zh: "缴费基数",
    en: "Contribution base",
    unit: "元/月",
    sensitivity: "FINANCIAL",
    source: "县人力社保局",
    duties: "1.2",
  })
  contributionBase?: string | null;

  @Governed(() => Money, {
    zh: "养老金",
    en: "Pension",
    unit: "元/月",
    sensitivity: "FINANCIAL",
    source: "县人力社保局",
    duties: "1.2",
  })
  monthlyPension?: string | null;

  @Governed(() => Money, {
    zh: "失业保险金",
    en: "Unemployment benefit",
    unit: "元/月",
    sensitivity: "FINANCIAL",
    source: "县人力社保局",
    duties: "1.2",
  })
  unemploymentBenefit?: string | null;

  @Governed(() => Boolean, {
    zh: "就业登记",
    en: "Registered as employed",
    sensitivity: "PERSONAL",
    source: "县人力社保局",
    duties: "1.2 3.2",
  })
  employed?: boolean | null;
}

/** Personal income tax. */
@Record("IncomeTax", "个人所得税。", "Personal income tax.")
export class IncomeTax extends DepartmentRecord {
  @Governed(() => Money, {
    zh: "应税收入",
    en: "Taxable income",
    unit: "元/年",
    sensitivity: "FINANCIAL",
    source: "县税务局",
    duties: "1.2",
  })
  taxableIncome?: string | null;
}

/** Business registration, one entry a role. */
@Record("Business", "市场主体登记（按任职）。", "Business registration, one entry a role.")
export class Business extends DepartmentRecord {
  @Governed(() => CreditCode, {
    zh: "统一社会信用代码",
    en: "Unified social credit code",
    sensitivity: "FINANCIAL",
    source: "县市场监管局",
    duties: "1.2",
  })
  unifiedSocialCreditCode?: string | null;

  @Governed(() => String, {
    zh: "名称",
    en: "Name of the business",
    sensitivity: "FINANCIAL",
    source: "县市场监管局",
    duties: "1.2",
  })
  name?: string | null;

  @Governed(codeEnum(BusinessRole), {
    zh: "任职（法人、股东、经营者）",
    en: "Role (legal representative, shareholder, operator)",
    sensitivity: "FINANCIAL",
    source: "县市场监管局",
    duties: "1.2",
  })
  role?: BusinessRole | null;

  @Governed(() => Money, {
    zh: "注册资本",
    en: "Registered capital",
    unit: "元",
    sensitivity: "FINANCIAL",
    source: "县市场监管局",
    duties: "1.2",
  })
  registeredCapital?: string | null;

  @Governed(codeEnum(BusinessStatus), {
    zh: "经营状态",
    en: "Status of the business",
    sensitivity: "FINANCIAL",
    source: "县市场监管局",
    duties: "1.2",
  })
  status?: BusinessStatus | null;

  @Governed(() => Decimal, {
    zh: "出资比例",
    en: "Share of the capital, 0 to 1",
    sensitivity: "FINANCIAL",
    source: "县市场监管局",
    duties: "1.2",
  })
  shareRatio?: string | null;
}
