import { Entity, Record } from "../../../src/department/governed.js";
import { DepartmentRecord, SealedEntity } from "../../../src/department/provenance.js";
import { Money, YearMonth } from "../../../src/department/scalars.js";
import { Governed } from "./identity.js";

@Record("CareAssessment", "老年人能力评估。", "An assessment of the need for care.")
export class CareAssessment extends DepartmentRecord {
  @Governed(() => String, {
    zh: "评估等级",
    en: "Grade",
    sensitivity: "PERSONAL",
    duties: "1.2 3.2",
  })
  grade?: string | null;
}

@Record("CareAllowance", "养老服务补贴。", "An allowance for care.")
export class CareAllowance extends DepartmentRecord {
  @Governed(() => Money, {
    zh: "补贴金额",
    en: "Amount",
    unit: "元/月",
    sensitivity: "FINANCIAL",
    duties: "1.2",
  })
  monthlyAmount?: string | null;

  @Governed(() => YearMonth, {
    zh: "起始年月",
    en: "Paid since",
    sensitivity: "PERSONAL",
    duties: "1.2 3.2",
  })
  paidSince?: string | null;
}

@Record("CareBed", "养老机构入住。", "A place in a care home.")
export class CareBed extends DepartmentRecord {
  @Governed(() => String, {
    zh: "养老机构",
    en: "Care home",
    sensitivity: "PERSONAL",
    duties: "1.2 3.2",
  })
  home?: string | null;
}

@Entity(
  "Person",
  "自然人：各部门围绕同一人提供各自的记录。",
  "A natural person, to whom each department contributes its own records.",
)
export class Person extends SealedEntity {}
