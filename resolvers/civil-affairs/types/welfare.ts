import {
  CareLevel,
  ChildWelfareCategory,
  LeftBehindCategory,
} from "../../../src/codes/code-tables.js";
import { codeEnum } from "../../../src/department/code-enum.js";
import { Record } from "../../../src/department/governed.js";
import { DepartmentRecord } from "../../../src/department/provenance.js";
import { CalendarDate, Money } from "../../../src/department/scalars.js";
import { Governed } from "../identity.js";

/** Child welfare. */
@Record("ChildWelfare", "儿童福利保障。", "Child welfare.")
export class ChildWelfare extends DepartmentRecord {
  @Governed(codeEnum(ChildWelfareCategory), {
    zh: "保障类别（孤儿、困境儿童等）",
    en: "Category of child welfare",
    sensitivity: "PERSONAL",
    duties: "3.1",
  })
  category?: ChildWelfareCategory | null;

  @Governed(() => Money, {
    zh: "基本生活费",
    en: "Basic living allowance",
    unit: "元/月",
    sensitivity: "FINANCIAL",
    duties: "3.1",
  })
  monthlyAllowance?: string | null;
}

/** Registration as a left-behind person. */
@Record("LeftBehind", "留守人员登记。", "Registration as a left-behind person.")
export class LeftBehind extends DepartmentRecord {
  @Governed(codeEnum(LeftBehindCategory), {
    zh: "留守类别（儿童、妇女、老人）",
    en: "Category of left-behind person",
    sensitivity: "PERSONAL",
    duties: "4.1",
  })
  category?: LeftBehindCategory | null;

  @Governed(() => CalendarDate, {
    zh: "最近巡访日期",
    en: "Date of the latest visit",
    sensitivity: "PERSONAL",
    duties: "4.1",
  })
  lastVisitedOn?: string | null;
}

/** Elder-care subsidy. */
@Record("ElderCare", "养老服务补贴。", "Elder-care subsidy.")
export class ElderCare extends DepartmentRecord {
  @Governed(codeEnum(CareLevel), {
    zh: "养老服务需求评估等级",
    en: "Assessed level of care need",
    sensitivity: "HEALTH",
    duties: "10.1 11.1 13.1",
  })
  careLevel?: CareLevel | null;

  @Governed(() => Money, {
    zh: "养老服务补贴额",
    en: "Elder-care subsidy amount",
    unit: "元/月",
    sensitivity: "FINANCIAL",
    duties: "10.1 13.1",
  })
  monthlySubsidy?: string | null;
}

/** Later support for reservoir migrants. */
@Record("ReservoirMigrant", "水库移民后期扶持。", "Later support for reservoir migrants.")
export class ReservoirMigrant extends DepartmentRecord {
  @Governed(() => String, {
    zh: "所属水库",
    en: "Reservoir",
    sensitivity: "PERSONAL",
    duties: "16.1",
  })
  reservoir?: string | null;

  @Governed(() => Money, {
    zh: "后期扶持资金",
    en: "Later support funds",
    unit: "元/年",
    sensitivity: "FINANCIAL",
    duties: "16.1",
  })
  annualSupport?: string | null;
}
