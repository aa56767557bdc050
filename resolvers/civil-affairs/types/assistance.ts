import { AssistanceProgramme } from "../../../src/codes/code-tables.js";
import { codeEnum } from "../../../src/department/code-enum.js";
import { Record } from "../../../src/department/governed.js";
import { DepartmentRecord } from "../../../src/department/provenance.js";
import { CalendarDate, Money, YearMonth } from "../../../src/department/scalars.js";
import { Governed } from "../identity.js";

/** One social assistance benefit. */
@Record("Assistance", "一项社会救助待遇。", "One social assistance benefit.")
export class Assistance extends DepartmentRecord {
  @Governed(codeEnum(AssistanceProgramme), {
    zh: "救助类别",
    en: "Assistance programme",
    sensitivity: "PERSONAL",
    duties: "1.2 1.3 1.4 2.1 2.2 2.3 3.2 11.1 12.1 13.1 18.1",
  })
  programme?: AssistanceProgramme | null;

  @Governed(() => YearMonth, {
    zh: "待遇起始月",
    en: "First month of the benefit",
    sensitivity: "PERSONAL",
    duties: "1.2 1.3 1.4 2.1 2.2 2.3 3.2 18.1",
  })
  startMonth?: string | null;

  @Governed(() => YearMonth, {
    zh: "待遇终止月",
    en: "Last month of the benefit; null while it is paid",
    sensitivity: "PERSONAL",
    duties: "1.2 1.3 1.4 2.1 2.2 2.3 3.2 18.1",
  })
  endMonth?: string | null;

  @Governed(() => Money, {
    zh: "月救助金额",
    en: "Monthly amount of assistance",
    unit: "元/月",
    sensitivity: "FINANCIAL",
    duties: "1.2 1.3 1.4 2.1 2.2",
  })
  monthlyAmount?: string | null;

  @Governed(() => CalendarDate, {
    zh: "渐退期截止日",
    en: "Last day of the gradual exit",
    sensitivity: "PERSONAL",
    duties: "1.2 2.1",
  })
  gradualExitUntil?: string | null;
}
