import { Int } from "type-graphql";
import { Record } from "../../../src/department/governed.js";
import { DepartmentRecord } from "../../../src/department/provenance.js";
import { CalendarDate, Money } from "../../../src/department/scalars.js";
import { Governed } from "../identity.js";

/** Economic situation as the household declared it. */
@Record("Declaration", "家庭申报的经济状况。", "Economic situation as the household declared it.")
export class Declaration extends DepartmentRecord {
  @Governed(() => Money, {
    zh: "申报工资性收入",
    en: "Declared wage income",
    unit: "元/年",
    sensitivity: "FINANCIAL",
    duties: "1.2",
  })
  wageIncome?: string | null;

  @Governed(() => Money, {
    zh: "申报经营净收入",
    en: "Declared net business income",
    unit: "元/年",
    sensitivity: "FINANCIAL",
    duties: "1.2",
  })
  businessIncome?: string | null;

  @Governed(() => Money, {
    zh: "申报财产净收入",
    en: "Declared net property income",
    unit: "元/年",
    sensitivity: "FINANCIAL",
    duties: "1.2",
  })
  propertyIncome?: string | null;

  @Governed(() => Money, {
    zh: "申报转移净收入",
    en: "Declared net transfer income",
    unit: "元/年",
    sensitivity: "FINANCIAL",
    duties: "1.2",
  })
  transferIncome?: string | null;

  @Governed(() => Money, {
    zh: "申报其他收入",
    en: "Declared other income",
    unit: "元/年",
    sensitivity: "FINANCIAL",
    duties: "1.2",
  })
  otherIncome?: string | null;

  @Governed(() => Money, {
    zh: "申报货币财产",
    en: "Declared money assets",
    unit: "元",
    sensitivity: "FINANCIAL",
    duties: "1.2",
  })
  financialAssets?: string | null;

  @Governed(() => Int, {
    zh: "申报车辆数",
    en: "Declared number of vehicles",
    unit: "辆",
    sensitivity: "FINANCIAL",
    duties: "1.2",
  })
  vehicleCount?: number | null;

  @Governed(() => Int, {
    zh: "申报住房套数",
    en: "Declared number of dwellings",
    unit: "套",
    sensitivity: "FINANCIAL",
    duties: "1.2",
  })
  dwellingCount?: number | null;

  @Governed(() => CalendarDate, {
    zh: "申报日期",
    en: "Date of the declaration",
    sensitivity: "PERSONAL",
    duties: "1.2",
  })
  declaredOn?: string | null;
}
