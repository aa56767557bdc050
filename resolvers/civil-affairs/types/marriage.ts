import { Record } from "../../../src/department/governed.js";
import { DepartmentRecord } from "../../../src/department/provenance.js";
import { CalendarDate } from "../../../src/department/scalars.js";
import { Governed } from "../identity.js";

/** Marriage registration. */
@Record("Marriage", "婚姻登记。", "Marriage registration.")
export class Marriage extends DepartmentRecord {
  @Governed(() => String, {
    zh: "结婚（离婚）证字号",
    en: "Number of the marriage or divorce certificate",
    sensitivity: "PERSONAL",
    duties: "17.2 18.1",
  })
  certificateNumber?: string | null;

  @Governed(() => CalendarDate, {
    zh: "登记日期",
    en: "Date of registration",
    sensitivity: "PERSONAL",
    duties: "1.2 17.2 18.1",
  })
  registeredOn?: string | null;
}
