import { SingleHouseholdGround } from "../../../src/codes/code-tables.js";
import { codeEnum } from "../../../src/department/code-enum.js";
import { Record } from "../../../src/department/governed.js";
import { DepartmentRecord } from "../../../src/department/provenance.js";
import { CalendarDate } from "../../../src/department/scalars.js";
import { Governed } from "../identity.js";

/** A member admitted to minimum living as a household of its own. */
@Record(
  "SingleHouseholdAdmission",
  "单独列户纳入低保的成员。",
  "A member admitted to minimum living as a household of its own.",
)
export class SingleHouseholdAdmission extends DepartmentRecord {
  @Governed(codeEnum(SingleHouseholdGround), {
    zh: "单独列户情形",
    en: "Ground of the admission",
    sensitivity: "HEALTH",
    duties: "2.3",
  })
  ground?: SingleHouseholdGround | null;

  @Governed(() => CalendarDate, {
    zh: "纳入日期",
    en: "Date of the admission",
    sensitivity: "PERSONAL",
    duties: "2.3",
  })
  admittedOn?: string | null;
}
