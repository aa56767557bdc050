import { SchoolStage } from "../../../src/codes/code-tables.js";
import { codeEnum } from "../../../src/department/code-enum.js";
import { Record } from "../../../src/department/governed.js";
import { DepartmentRecord } from "../../../src/department/provenance.js";
import { CalendarDate, DivisionCode, Money } from "../../../src/department/scalars.js";
import { Governed } from "../identity.js";

/** Household registration (hukou). */
@Record("HouseholdRegistration", "户籍登记。", "Household registration (hukou).")
export class HouseholdRegistration extends DepartmentRecord {
  @Governed(() => String, {
    zh: "户籍地址",
    en: "Registered address",
    sensitivity: "PERSONAL",
    source: "县公安局",
    duties: "1.2 3.3 4.1 11.1 16.1 17.2 18.1",
  })
  address?: string | null;

  @Governed(() => DivisionCode, {
    zh: "户籍所在地",
    en: "Division of registration",
    sensitivity: "PERSONAL",
    source: "县公安局",
    duties: "1.2 2.1 3.3 4.1 11.1 16.1 17.2 18.1",
  })
  registeredDivision?: string | null;

  @Governed(() => CalendarDate, {
    zh: "迁入日期",
    en: "Date of moving in",
    sensitivity: "PERSONAL",
    source: "县公安局",
    duties: "1.2 18.1",
  })
  movedInOn?: string | null;

  @Governed(() => CalendarDate, {
    zh: "户口注销日期",
    en: "Date of deregistration",
    sensitivity: "PERSONAL",
    source: "县公安局",
    duties: "1.2 18.1",
  })
  deregisteredOn?: string | null;
}

/** School enrolment. */
@Record("Student", "学籍。", "School enrolment.")
export class Student extends DepartmentRecord {
  @Governed(() => String, {
    zh: "就读学校",
    en: "School",
    sensitivity: "PERSONAL",
    source: "县教育局",
    duties: "1.3 4.1",
  })
  school?: string | null;

  @Governed(codeEnum(SchoolStage), {
    zh: "学段",
    en: "Stage of schooling",
    sensitivity: "PERSONAL",
    source: "县教育局",
    duties: "1.2 1.3 4.1",
  })
  stage?: SchoolStage | null;

  @Governed(() => Money, {
    zh: "年学费",
    en: "Annual tuition",
    unit: "元/年",
    sensitivity: "FINANCIAL",
    source: "县教育局",
    duties: "1.2 1.3",
  })
  annualTuition?: string | null;
}
