import { MaritalStatus, Sex } from "../../../src/codes/code-tables.js";
import { codeEnum } from "../../../src/department/code-enum.js";
import { Entity } from "../../../src/department/governed.js";
import { SealedRecord } from "../../../src/department/provenance.js";
import { CalendarDate } from "../../../src/department/scalars.js";
import { Governed } from "../identity.js";

/** A natural person, to whom each department contributes its own records. */
@Entity(
  "Person",
  "自然人：各部门围绕同一人提供各自的记录。",
  "A natural person, to whom each department contributes its own records.",
)
export class Person extends SealedRecord {
  @Governed(() => String, {
    zh: "姓名",
    en: "Name",
    sensitivity: "PERSONAL",
    duties: "1.2 1.3 1.4 2.1 2.3 3.1 3.2 3.3 4.1 10.1 10.3 11.1 12.1 13.1 13.2 16.1 17.2 18.1 19.1",
  })
  name?: string | null;

  @Governed(codeEnum(Sex), {
    zh: "性别",
    en: "Sex",
    sensitivity: "PERSONAL",
    duties: "1.2 2.3 3.1 3.3 4.1 10.1 11.1 17.2",
  })
  sex?: Sex | null;

  @Governed(() => CalendarDate, {
    zh: "出生日期",
    en: "Date of birth",
    sensitivity: "PERSONAL",
    duties: "1.2 2.3 3.1 3.3 4.1 10.1 11.1 13.1 17.2 18.1",
  })
  birthDate?: string | null;

  @Governed(codeEnum(MaritalStatus), {
    zh: "婚姻状况",
    en: "Marital status",
    sensitivity: "PERSONAL",
    duties: "1.2 17.2 18.1",
  })
  maritalStatus?: MaritalStatus | null;

  @Governed(() => CalendarDate, {
    zh: "死亡日期",
    en: "Date of death",
    sensitivity: "PERSONAL",
    duties: "1.2 2.1 3.2 11.1 18.1 19.1",
  })
  deathDate?: string | null;

  @Governed(() => CalendarDate, {
    zh: "火化日期",
    en: "Date of cremation",
    sensitivity: "PERSONAL",
    duties: "1.2 18.1 19.1",
  })
  cremationDate?: string | null;

  @Governed(() => Boolean, {
    zh: "节地生态安葬",
    en: "Ecological burial",
    sensitivity: "PERSONAL",
    duties: "19.1",
  })
  ecologicalBurial?: boolean | null;
}
