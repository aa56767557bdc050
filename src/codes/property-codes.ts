import { codeTable, type CodeOf } from "./code-table.js";

/** Kind of motor vehicle, by the beginnings of the registration codes (GA/T 16.4); Z1 is this project's. */
export const VehicleKind = codeTable("VehicleKind", "车辆类型", "Kind of motor vehicle", {
  CAR: { code: "K3", zh: "小型客车", en: "car" },
  MINIVAN: { code: "K4", zh: "微型客车", en: "microvan" },
  LIGHT_TRUCK: { code: "H3", zh: "轻型货车", en: "light truck" },
  HEAVY_TRUCK: { code: "H1", zh: "重型货车", en: "heavy truck" },
  MOTORCYCLE: { code: "M2", zh: "二轮摩托车", en: "motorcycle" },
  THREE_WHEELED: { code: "N1", zh: "三轮汽车", en: "three-wheeled vehicle" },
  TRACTOR: { code: "T1", zh: "拖拉机", en: "tractor" },
  DISABLED_MOBILITY: {
    code: "Z1",
    zh: "残疾人机动轮椅车",
    en: "mobility vehicle of a disabled person",
  },
});
export type VehicleKind = CodeOf<typeof VehicleKind>;

/** What a motor vehicle is used for, GA/T 16.3. */
export const VehicleUsage = codeTable("VehicleUsage", "使用性质", "Use of a motor vehicle", {
  NON_COMMERCIAL: { code: "A", zh: "非营运", en: "not commercial" },
  TAXI: { code: "D", zh: "出租客运", en: "taxi" },
  FREIGHT: { code: "F", zh: "货运", en: "freight" },
  RENTAL: { code: "G", zh: "租赁", en: "rental" },
});
export type VehicleUsage = CodeOf<typeof VehicleUsage>;

/** Status of a motor vehicle; only NORMAL and SUSPENDED vehicles still belong to the registered owner. */
export const VehicleStatus = codeTable("VehicleStatus", "机动车状态", "Status of a motor vehicle", {
  NORMAL: { code: "A", zh: "正常", en: "registered" },
  TRANSFERRED: { code: "B", zh: "转出（已转让）", en: "transferred to another owner" },
  SUSPENDED: { code: "D", zh: "停驶", en: "laid up" },
  DEREGISTERED: { code: "E", zh: "注销", en: "deregistered" },
  SCRAPPED: { code: "M", zh: "强制注销（报废）", en: "scrapped" },
});
export type VehicleStatus = CodeOf<typeof VehicleStatus>;

/** Use of a registered building, by the real-estate register's codes. */
export const RealEstateUsage = codeTable("RealEstateUsage", "不动产用途", "Use of real estate", {
  DWELLING: { code: "10", zh: "住宅", en: "dwelling" },
  SERVICED_FLAT: { code: "14", zh: "商务公寓", en: "serviced flat" },
  FACTORY: { code: "21", zh: "工业厂房", en: "factory" },
  WAREHOUSE: { code: "24", zh: "仓储", en: "warehouse" },
  SHOP: { code: "31", zh: "商业店面", en: "shop" },
  OFFICE: { code: "60", zh: "办公", en: "office" },
  GARAGE: { code: "86", zh: "车库、车位", en: "garage or parking space" },
  OTHER: { code: "80", zh: "其他", en: "another use" },
});
export type RealEstateUsage = CodeOf<typeof RealEstateUsage>;

/** What a person is in a business; the codes are this project's. */
export const BusinessRole = codeTable("BusinessRole", "任职", "Role in a business", {
  LEGAL_REPRESENTATIVE: { code: "1", zh: "法定代表人", en: "legal representative" },
  SHAREHOLDER: { code: "2", zh: "股东", en: "shareholder" },
  OPERATOR: { code: "3", zh: "个体工商户经营者", en: "operator of an individual business" },
});
export type BusinessRole = CodeOf<typeof BusinessRole>;

/** Status of a business in the market register. */
export const BusinessStatus = codeTable("BusinessStatus", "经营状态", "Status of a business", {
  ACTIVE: { code: "1", zh: "存续（在营、开业、在册）", en: "active" },
  REVOKED: { code: "2", zh: "吊销，未注销", en: "licence revoked, not deregistered" },
  DEREGISTERED: { code: "4", zh: "注销", en: "deregistered" },
  MOVED_OUT: { code: "6", zh: "迁出", en: "moved to another register" },
});
export type BusinessStatus = CodeOf<typeof BusinessStatus>;
