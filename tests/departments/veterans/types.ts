import { Entity, Record } from "../../../src/department/governed.js";
import { DepartmentRecord, SealedEntity } from "../../../src/department/provenance.js";
import { Money } from "../../../src/department/scalars.js";
import { Governed } from "./identity.js";

@Record("Veteran", "优抚对象。", "A veteran.")
export class Veteran extends DepartmentRecord {
  @Governed(() => Boolean, {
    zh: "因公致残",
    en: "Disabled in service",
    sensitivity: "HEALTH",
    duties: "1.2 3.2",
  })
  disabledInService?: boolean | null;

  @Governed(() => Money, {
    zh: "优抚金",
    en: "Pension",
    unit: "元/月",
    sensitivity: "FINANCIAL",
    duties: "1.2",
  })
  monthlyPension?: string | null;
}

@Entity(
  "Person",
  "自然人：各部门围绕同一人提供各自的记录。",
  "A natural person, to whom each department contributes its own records.",
)
export class Person extends SealedEntity {}
