import type {
  AssistanceRecord,
  DeclarationRecord,
  IdentityRecord,
  MemberRecords,
  Origin,
  SpouseRecord,
} from "../../verification/reading/records.js";
import type { FoundHousehold } from "../../verification/reading/found.js";
import type { Bilingual } from "../../verification/bilingual.js";
import type { Wording } from "../language.js";

type Records =
  | AssistanceRecord
  | DeclarationRecord
  | IdentityRecord
  | SpouseRecord
  | Origin
  | { [Source in keyof MemberRecords]: MemberRecords[Source] }[keyof MemberRecords];

type NamesOf<One> = One extends unknown ? keyof One : never;

/** Every part of a record that can fail to come. */
type FieldName =
  | NamesOf<Records>
  | keyof Pick<FoundHousehold, "township" | "village" | "members" | "obligors" | "provenance">
  | "outOfPocket";

const NAMES: Readonly<Record<FieldName, Bilingual>> = {
  address: { zh: "地址", en: "address" },
  annualSubsidies: { zh: "全年补贴", en: "subsidies of the year" },
  annualTuition: { zh: "全年学费", en: "tuition of the year" },
  asOf: { zh: "数据日期", en: "as-of date" },
  assistedEmployment: { zh: "辅助性就业", en: "assisted employment" },
  assistedEnrolment: { zh: "资助参保", en: "assisted enrolment" },
  birthDate: { zh: "出生日期", en: "birth date" },
  businessEntity: { zh: "农业经营主体", en: "farming business" },
  businessIncome: { zh: "经营净收入", en: "business income" },
  category: { zh: "残疾类别", en: "category of disability" },
  certificateNumber: { zh: "不动产权证号", en: "certificate number" },
  certificateStatus: { zh: "残疾人证状态", en: "status of the certificate" },
  collectiveDividend: { zh: "集体分红", en: "dividend of the collective" },
  contributionBase: { zh: "缴费基数", en: "contribution base" },
  countedIn: { zh: "计入的家庭", en: "households in which the person counts" },
  cremationDate: { zh: "火化日期", en: "date of cremation" },
  deathDate: { zh: "死亡日期", en: "date of death" },
  declaredOn: { zh: "申报日期", en: "day of the declaration" },
  deposits: { zh: "存款", en: "deposits" },
  deregisteredOn: { zh: "户口注销日期", en: "day of deregistration" },
  dwellingCount: { zh: "住房套数", en: "number of dwellings" },
  employed: { zh: "就业状态", en: "employment" },
  employer: { zh: "参保单位", en: "employer" },
  endMonth: { zh: "待遇终止月份", en: "last month of relief" },
  financialAssets: { zh: "货币财产", en: "money assets" },
  floorArea: { zh: "建筑面积", en: "floor area" },
  grade: { zh: "残疾等级", en: "grade of disability" },
  gradualExitUntil: { zh: "渐退期截止日", en: "end of the gradual exit" },
  householdRegistration: { zh: "户籍登记", en: "household registration" },
  idNumber: { zh: "公民身份号码", en: "ID number" },
  inDispute: { zh: "数据争议", en: "dispute of the data" },
  insurancePolicies: { zh: "商业保险", en: "insurance policies" },
  insuranceType: { zh: "险种", en: "type of insurance" },
  kind: { zh: "车辆类型", en: "kind of vehicle" },
  kinship: { zh: "与户主关系", en: "relation to the head" },
  livingSubsidy: { zh: "困难残疾人生活补贴", en: "living subsidy" },
  lowIncomeFarmer: { zh: "低收入农户", en: "low-income farmer" },
  maritalStatus: { zh: "婚姻状况", en: "marital status" },
  maskedIdNumber: { zh: "公民身份号码（部分隐去）", en: "masked ID number" },
  members: { zh: "家庭成员名单", en: "list of members" },
  monthlyAmount: { zh: "月待遇金额", en: "relief a month" },
  monthlyContribution: { zh: "月缴存额", en: "contribution a month" },
  monthlyPension: { zh: "月养老金", en: "pension a month" },
  movedInOn: { zh: "迁入日期", en: "day of moving in" },
  name: { zh: "名称", en: "name" },
  nursingSubsidy: { zh: "重度残疾人护理补贴", en: "nursing subsidy" },
  obligors: { zh: "赡抚扶养人名单", en: "list of obligors" },
  originalSource: { zh: "原始来源", en: "original source" },
  otherIncome: { zh: "其他收入", en: "other income" },
  outOfPocket: { zh: "自付费用", en: "out-of-pocket spending" },
  plateNumber: { zh: "号牌号码", en: "plate number" },
  programme: { zh: "救助类别", en: "programme" },
  propertyIncome: { zh: "财产净收入", en: "property income" },
  provenance: { zh: "数据出处", en: "provenance" },
  registeredCapital: { zh: "注册资本", en: "registered capital" },
  registeredOn: { zh: "登记日期", en: "day of registration" },
  role: { zh: "任职", en: "role" },
  securities: { zh: "有价证券", en: "securities" },
  seriousIllness: { zh: "重大疾病", en: "serious illness" },
  sex: { zh: "性别", en: "sex" },
  spending: { zh: "医疗支出", en: "medical spending" },
  spouse: { zh: "配偶", en: "spouse" },
  startMonth: { zh: "待遇起始月份", en: "first month of relief" },
  status: { zh: "状态", en: "status" },
  taxableIncome: { zh: "应税收入", en: "taxable income" },
  township: { zh: "乡镇（街道）", en: "township" },
  transferIncome: { zh: "转移净收入", en: "transfer income" },
  transferRent: { zh: "土地流转租金", en: "rent of transferred land" },
  unemploymentBenefit: { zh: "失业保险金", en: "unemployment benefit" },
  unifiedSocialCreditCode: { zh: "统一社会信用代码", en: "credit code" },
  usage: { zh: "房屋用途", en: "use" },
  validUntil: { zh: "残疾人证有效期", en: "validity of the certificate" },
  vehicleCount: { zh: "机动车辆数", en: "number of vehicles" },
  village: { zh: "村（社区）", en: "village" },
  wageIncome: { zh: "工资性收入", en: "wage income" },
};

/** The name of a part of a record by its dotted path, `0.spouse.address`: a place in a list counts from 0. */
export function fieldName(path: string, words: Wording): string {
  return path
    .split(".")
    .map((part) => partName(part, words))
    .join(" · ");
}

function partName(part: string, words: Wording): string {
  if (/^\d+$/.test(part)) return words.say(`第 ${Number(part) + 1} 条`, `No ${Number(part) + 1}`);
  return Object.hasOwn(NAMES, part) ? words.of(NAMES[part as FieldName]) : part;
}
