import {
  RealEstateUsage,
  VehicleKind,
  VehicleStatus,
  VehicleUsage,
} from "../../../src/codes/code-tables.js";
import { codeEnum } from "../../../src/department/code-enum.js";
import { Record } from "../../../src/department/governed.js";
import { DepartmentRecord } from "../../../src/department/provenance.js";
import { CalendarDate, Decimal, Money } from "../../../src/department/scalars.js";
import { Governed } from "../identity.js";

/** Motor vehicle registration. */
@Record("Vehicle", "机动车登记。", "Motor vehicle registration.")
export class Vehicle extends DepartmentRecord {
  @Governed(() => String, {
    zh: "号牌",
    en: "Plate number",
    sensitivity: "FINANCIAL",
    source: "县公安局",
    duties: "1.2",
  })
  plateNumber?: string | null;

  @Governed(codeEnum(VehicleKind), {
    zh: "车辆类型",
    en: "Kind of vehicle",
    sensitivity: "FINANCIAL",
    source: "县公安局",
    duties: "1.2",
  })
  kind?: VehicleKind | null;

  @Governed(codeEnum(VehicleUsage), {
    zh: "使用性质",
    en: "Use",
    sensitivity: "FINANCIAL",
    source: "县公安局",
    duties: "1.2",
  })
  usage?: VehicleUsage | null;

  @Governed(() => Money, {
    zh: "购置价",
    en: "Purchase price",
    unit: "元",
    sensitivity: "FINANCIAL",
    source: "县公安局",
    duties: "1.2",
  })
  purchasePrice?: string | null;

  @Governed(() => CalendarDate, {
    zh: "登记日期",
    en: "Date of registration",
    sensitivity: "FINANCIAL",
    source: "县公安局",
    duties: "1.2",
  })
  registeredOn?: string | null;

  @Governed(codeEnum(VehicleStatus), {
    zh: "机动车状态",
    en: "Status of the vehicle",
    sensitivity: "FINANCIAL",
    source: "县公安局",
    duties: "1.2",
  })
  status?: VehicleStatus | null;
}

/** Real-estate registration, one entry a co-owner. */
@Record("RealEstate", "不动产登记（按共有人）。", "Real-estate registration, one entry a co-owner.")
export class RealEstate extends DepartmentRecord {
  @Governed(() => String, {
    zh: "不动产权证号",
    en: "Number of the real-estate certificate",
    sensitivity: "FINANCIAL",
    source: "县自然资源局",
    duties: "1.2",
  })
  certificateNumber?: string | null;

  @Governed(codeEnum(RealEstateUsage), {
    zh: "用途",
    en: "Use",
    sensitivity: "FINANCIAL",
    source: "县自然资源局",
    duties: "1.2 12.1",
  })
  usage?: RealEstateUsage | null;

  @Governed(() => Decimal, {
    zh: "建筑面积",
    en: "Floor area",
    unit: "㎡",
    sensitivity: "FINANCIAL",
    source: "县自然资源局",
    duties: "1.2 12.1",
  })
  floorArea?: string | null;

  @Governed(() => String, {
    zh: "坐落",
    en: "Location",
    sensitivity: "FINANCIAL",
    source: "县自然资源局",
    duties: "1.2 12.1",
  })
  address?: string | null;

  @Governed(() => Decimal, {
    zh: "共有份额",
    en: "Share of ownership, 0 to 1",
    sensitivity: "FINANCIAL",
    source: "县自然资源局",
    duties: "1.2",
  })
  share?: string | null;

  @Governed(() => CalendarDate, {
    zh: "登记日期",
    en: "Date of registration",
    sensitivity: "FINANCIAL",
    source: "县自然资源局",
    duties: "1.2",
  })
  registeredOn?: string | null;
}

/** Housing provident fund. */
@Record("HousingFund", "住房公积金。", "Housing provident fund.")
export class HousingFund extends DepartmentRecord {
  @Governed(() => Money, {
    zh: "月缴存额",
    en: "Monthly contribution",
    unit: "元/月",
    sensitivity: "FINANCIAL",
    source: "住房公积金中心",
    duties: "1.2",
  })
  monthlyContribution?: string | null;

  @Governed(() => Money, {
    zh: "公积金余额",
    en: "Balance",
    unit: "元",
    sensitivity: "FINANCIAL",
    source: "住房公积金中心",
    duties: "1.2",
  })
  balance?: string | null;
}

/** Financial assets as the provincial platform answered. */
@Record(
  "FinancialAssets",
  "金融资产（省级大救助信息平台）。",
  "Financial assets as the provincial platform answered.",
)
export class FinancialAssets extends DepartmentRecord {
  @Governed(() => Money, {
    zh: "存款余额",
    en: "Deposits",
    unit: "元",
    sensitivity: "FINANCIAL",
    source: "省级大救助信息平台",
    duties: "1.2",
  })
  deposits?: string | null;

  @Governed(() => Money, {
    zh: "证券市值",
    en: "Market value of securities",
    unit: "元",
    sensitivity: "FINANCIAL",
    source: "省级大救助信息平台",
    duties: "1.2",
  })
  securities?: string | null;

  @Governed(() => Money, {
    zh: "商业保险现金价值",
    en: "Cash value of insurance policies",
    unit: "元",
    sensitivity: "FINANCIAL",
    source: "省级大救助信息平台",
    duties: "1.2",
  })
  insurancePolicies?: string | null;
}
