import {
  CertificateStatus,
  DisabilityCategory,
  DisabilityGrade,
} from "../../../src/codes/code-tables.js";
import { codeEnum } from "../../../src/department/code-enum.js";
import { Record } from "../../../src/department/governed.js";
import { DepartmentRecord } from "../../../src/department/provenance.js";
import { CalendarDate, Money } from "../../../src/department/scalars.js";
import { Governed } from "../identity.js";

/** Disability registration. */
@Record("Disability", "残疾登记。", "Disability registration.")
export class Disability extends DepartmentRecord {
  @Governed(codeEnum(DisabilityCategory), {
    zh: "残疾类别（GB/T 26341）",
    en: "Category of disability (GB/T 26341)",
    sensitivity: "HEALTH",
    duties: "1.2 1.3 2.3 3.1 3.2 10.3 12.1 13.1 13.2",
  })
  category?: DisabilityCategory | null;

  @Governed(codeEnum(DisabilityGrade), {
    zh: "残疾等级（一级最重）",
    en: "Grade of disability, 1 the worst",
    sensitivity: "HEALTH",
    duties: "1.2 1.3 2.3 3.1 3.2 10.3 12.1 13.1 13.2",
  })
  grade?: DisabilityGrade | null;

  @Governed(codeEnum(CertificateStatus), {
    zh: "证件状态",
    en: "Status of the certificate",
    sensitivity: "PERSONAL",
    duties: "1.2 2.3 3.2",
  })
  certificateStatus?: CertificateStatus | null;

  @Governed(() => CalendarDate, {
    zh: "发证日期",
    en: "Date of issue",
    sensitivity: "PERSONAL",
    duties: "3.2",
  })
  issuedOn?: string | null;

  @Governed(() => CalendarDate, {
    zh: "有效期至",
    en: "Valid until",
    sensitivity: "PERSONAL",
    duties: "1.2 2.3 3.2",
  })
  validUntil?: string | null;

  @Governed(() => Money, {
    zh: "困难残疾人生活补贴",
    en: "Living subsidy for disabled persons in difficulty",
    unit: "元/月",
    sensitivity: "FINANCIAL",
    duties: "1.2 3.2",
  })
  livingSubsidy?: string | null;

  @Governed(() => Money, {
    zh: "重度残疾人护理补贴",
    en: "Nursing subsidy for severely disabled persons",
    unit: "元/月",
    sensitivity: "FINANCIAL",
    duties: "1.2 3.2",
  })
  nursingSubsidy?: string | null;

  @Governed(() => Boolean, {
    zh: "辅助性就业",
    en: "In assisted employment",
    sensitivity: "PERSONAL",
    duties: "1.2 3.2",
  })
  assistedEmployment?: boolean | null;
}
