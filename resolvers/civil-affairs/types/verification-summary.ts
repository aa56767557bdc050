import { IncomeBand, VerificationOutcome } from "../../../src/codes/code-tables.js";
import { codeEnum } from "../../../src/department/code-enum.js";
import { Record } from "../../../src/department/governed.js";
import { DepartmentRecord } from "../../../src/department/provenance.js";
import { CalendarDate } from "../../../src/department/scalars.js";
import { Governed } from "../identity.js";

/** Conclusion of the latest economic verification. */
@Record(
  "VerificationSummary",
  "最近一次家庭经济状况核对的结论。",
  "Conclusion of the latest economic verification.",
)
export class VerificationSummary extends DepartmentRecord {
  @Governed(() => String, {
    zh: "核对报告编号",
    en: "Number of the report",
    sensitivity: "PERSONAL",
    duties: "1.2 1.3 1.4 2.1 18.1",
  })
  number?: string | null;

  @Governed(codeEnum(VerificationOutcome), {
    zh: "核对结果",
    en: "Outcome",
    sensitivity: "PERSONAL",
    duties: "1.2 1.3 1.4 2.1 18.1",
  })
  outcome?: VerificationOutcome | null;

  @Governed(codeEnum(IncomeBand), {
    zh: "核对认定的收入档次",
    en: "Income band the verification found",
    sensitivity: "FINANCIAL",
    duties: "1.2 1.3 1.4 2.1",
  })
  incomeBand?: IncomeBand | null;

  @Governed(() => CalendarDate, {
    zh: "核对完成日期",
    en: "Date of completion",
    sensitivity: "PERSONAL",
    duties: "1.2 1.3 1.4 2.1 18.1",
  })
  completedOn?: string | null;

  @Governed(() => CalendarDate, {
    zh: "结论有效期至",
    en: "Conclusion valid until",
    sensitivity: "PERSONAL",
    duties: "1.2 1.3 1.4 2.1 18.1",
  })
  validUntil?: string | null;
}
