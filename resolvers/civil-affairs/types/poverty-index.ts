import { PovertyDimensionName } from "../../../src/codes/code-tables.js";
import { codeEnum } from "../../../src/department/code-enum.js";
import { Record } from "../../../src/department/governed.js";
import { DepartmentRecord } from "../../../src/department/provenance.js";
import { CalendarDate, Decimal } from "../../../src/department/scalars.js";
import { Governed } from "../identity.js";

/** Multidimensional poverty index from the home survey. */
@Record(
  "PovertyIndex",
  "多维度贫困指标（家境调查结果）。",
  "Multidimensional poverty index from the home survey.",
)
export class PovertyIndex extends DepartmentRecord {
  @Governed(() => Decimal, {
    zh: "多维度贫困得分",
    en: "Multidimensional poverty score",
    unit: "分",
    sensitivity: "PERSONAL",
    duties: "2.3",
  })
  score?: string | null;

  @Governed(() => CalendarDate, {
    zh: "家境调查日期",
    en: "Date of the home survey",
    sensitivity: "PERSONAL",
    duties: "2.3",
  })
  surveyedOn?: string | null;
}

/** One dimension of the poverty index. */
@Record("PovertyDimension", "多维度贫困分项。", "One dimension of the poverty index.")
export class PovertyDimension extends DepartmentRecord {
  @Governed(codeEnum(PovertyDimensionName), {
    zh: "分项名称",
    en: "Dimension",
    sensitivity: "PERSONAL",
    duties: "2.3",
  })
  dimension?: PovertyDimensionName | null;

  @Governed(() => Decimal, {
    zh: "分项得分",
    en: "Score of the dimension",
    sensitivity: "PERSONAL",
    duties: "2.3",
  })
  score?: string | null;

  @Governed(() => Decimal, {
    zh: "分项权重（0 至 1）",
    en: "Weight of the dimension, 0 to 1",
    sensitivity: "PERSONAL",
    duties: "2.3",
  })
  weight?: string | null;
}
