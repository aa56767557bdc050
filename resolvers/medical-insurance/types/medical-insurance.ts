import { CareLevel, InsuranceStatus, InsuranceType } from "../../../src/codes/code-tables.js";
import { codeEnum } from "../../../src/department/code-enum.js";
import { Record } from "../../../src/department/governed.js";
import { DepartmentRecord } from "../../../src/department/provenance.js";
import { CalendarDate, Money } from "../../../src/department/scalars.js";
import { Governed } from "../identity.js";

/** Enrolment in basic medical insurance. */
@Record("MedicalInsurance", "基本医疗保险参保情况。", "Enrolment in basic medical insurance.")
export class MedicalInsurance extends DepartmentRecord {
  @Governed(codeEnum(InsuranceType), {
    zh: "险种（310 职工 390 城乡居民）",
    en: "Type of insurance",
    sensitivity: "PERSONAL",
    duties: "1.2 1.3 2.3 3.2 11.1 13.2",
  })
  insuranceType?: InsuranceType | null;

  @Governed(codeEnum(InsuranceStatus), {
    zh: "参保状态",
    en: "Status of insurance",
    sensitivity: "PERSONAL",
    duties: "1.2 1.3 2.3 3.2 11.1 13.2",
  })
  status?: InsuranceStatus | null;

  @Governed(() => String, {
    zh: "参保单位",
    en: "Insured through (employer)",
    sensitivity: "PERSONAL",
    duties: "1.2",
  })
  employer?: string | null;

  @Governed(() => CalendarDate, {
    zh: "参保日期",
    en: "Date of enrolment",
    sensitivity: "PERSONAL",
    duties: "1.2 2.3",
  })
  enrolledOn?: string | null;

  @Governed(() => Boolean, {
    zh: "资助参保",
    en: "Enrolment paid by medical assistance",
    sensitivity: "PERSONAL",
    duties: "1.2 1.3 2.3",
  })
  assistedEnrolment?: boolean | null;

  @Governed(() => Boolean, {
    zh: "重病患者标志",
    en: "Recognised as seriously ill",
    sensitivity: "HEALTH",
    duties: "1.2 1.3 1.4 2.3",
  })
  seriousIllness?: boolean | null;
}

/** A diagnosis. */
@Record("Diagnosis", "诊断。", "A diagnosis.")
export class Diagnosis extends DepartmentRecord {
  @Governed(() => String, {
    zh: "疾病编码（ICD-10）",
    en: "Disease code (ICD-10)",
    sensitivity: "HEALTH",
    sharing: "NOT_SHARED",
    duties: "",
  })
  code?: string | null;

  @Governed(() => String, {
    zh: "疾病名称",
    en: "Name of the disease",
    sensitivity: "HEALTH",
    sharing: "NOT_SHARED",
    duties: "",
  })
  name?: string | null;

  @Governed(() => CalendarDate, {
    zh: "诊断日期",
    en: "Date of diagnosis",
    sensitivity: "HEALTH",
    sharing: "NOT_SHARED",
    duties: "",
  })
  diagnosedOn?: string | null;
}

/** Medical spending of the latest year. */
@Record("MedicalSpending", "最近年度医疗费用。", "Medical spending of the latest year.")
export class MedicalSpending extends DepartmentRecord {
  @Governed(() => Money, {
    zh: "医疗总费用",
    en: "Total medical spending",
    unit: "元/年",
    sensitivity: "FINANCIAL",
    duties: "1.2 1.3 1.4",
  })
  total?: string | null;

  @Governed(() => Money, {
    zh: "统筹基金支付",
    en: "Paid by the pooled fund",
    unit: "元/年",
    sensitivity: "FINANCIAL",
    duties: "1.2 1.3",
  })
  pooledPayment?: string | null;

  @Governed(() => Money, {
    zh: "大病保险支付",
    en: "Paid by serious-illness insurance",
    unit: "元/年",
    sensitivity: "FINANCIAL",
    duties: "1.2 1.3",
  })
  seriousIllnessPayment?: string | null;

  @Governed(() => Money, {
    zh: "医疗救助支付",
    en: "Paid by medical assistance",
    unit: "元/年",
    sensitivity: "FINANCIAL",
    duties: "1.2 1.3",
  })
  medicalAssistancePayment?: string | null;

  @Governed(() => Money, {
    zh: "个人自付",
    en: "Paid out of pocket",
    unit: "元/年",
    sensitivity: "FINANCIAL",
    duties: "1.2 1.3 1.4 2.3",
  })
  outOfPocket?: string | null;
}

/** Long-term care insurance. */
@Record("LongTermCare", "长期护理保险。", "Long-term care insurance.")
export class LongTermCare extends DepartmentRecord {
  @Governed(codeEnum(CareLevel), {
    zh: "失能等级",
    en: "Level of care need",
    sensitivity: "HEALTH",
    duties: "10.3 11.1 13.1 13.2",
  })
  disabilityLevel?: CareLevel | null;

  @Governed(() => Money, {
    zh: "长护险月待遇",
    en: "Long-term care benefit",
    unit: "元/月",
    sensitivity: "FINANCIAL",
    duties: "13.2",
  })
  monthlyBenefit?: string | null;
}
