import { codeTable, type CodeOf } from "../codes/code-table.js";

/** How much a finding asks to be looked at; the codes are this project's. */
export const FindingSeverity = codeTable(
  "FindingSeverity",
  "疑点等级",
  "How much a finding asks to be looked at",
  {
    HIGH: { code: "1", zh: "高：可能影响资格", en: "high: eligibility may depend on it" },
    MEDIUM: { code: "2", zh: "中：可能影响金额或人口", en: "medium: amount or composition may" },
    LOW: { code: "3", zh: "低：登记或衔接问题", en: "low: records to be put in order" },
  },
);
export type FindingSeverity = CodeOf<typeof FindingSeverity>;

/** What a check can find: worth looking at, never by itself unlawful. The codes are this project's, the first two digits those of the check. */
export const FindingCode = codeTable("FindingCode", "疑点类型", "What a check can find", {
  ID_NUMBER_INVALID: { code: "0101", zh: "公民身份号码无效", en: "ID number not valid" },
  RECORD_DOES_NOT_FIT_ID_NUMBER: {
    code: "0102",
    zh: "登记的性别或出生日期与公民身份号码不符",
    en: "registered sex or birth date does not fit the ID number",
  },
  NAME_DIFFERS: {
    code: "0103",
    zh: "申报姓名与号码登记的姓名不一致",
    en: "declared name differs from the name registered for the number",
  },
  DEAD_STILL_COUNTED: {
    code: "0201",
    zh: "已死亡或火化，仍计入家庭人口或享受待遇",
    en: "dead, and still counted or paid",
  },
  DEREGISTERED_STILL_COUNTED: {
    code: "0202",
    zh: "户口已注销，仍计入家庭人口或享受待遇",
    en: "deregistered, and still counted or paid",
  },
  ALIVE_MARKED_DEAD: {
    code: "0203",
    zh: "登记死亡但有生存迹象，疑为误登",
    en: "marked dead, but there are signs of life",
  },
  COUNTED_IN_ANOTHER_HOUSEHOLD: {
    code: "0301",
    zh: "成员同时计入另一户",
    en: "member counted in another household as well",
  },
  EXCLUDING_PROGRAMMES: {
    code: "0302",
    zh: "同时享受不得兼享的救助",
    en: "draws programmes that exclude one another",
  },
  DECLARED_SINGLE_SPOUSE_EXISTS: {
    code: "0401",
    zh: "申报无配偶，婚姻登记有配偶",
    en: "declared single, registered as married",
  },
  SPOUSE_LEFT_OUT: {
    code: "0402",
    zh: "配偶未计入共同生活家庭成员",
    en: "spouse not counted among the members",
  },
  MEMBERS_DIFFER: {
    code: "0403",
    zh: "申报的家庭成员与登记不一致",
    en: "members declared differ from those registered",
  },
  RECENT_SPLIT: {
    code: "0404",
    zh: "申报前分户，户籍仍在同一住处",
    en: "split off shortly before the declaration, at the same address",
  },
  VEHICLE_UNDECLARED: { code: "0501", zh: "机动车未申报", en: "vehicle not declared" },
  VEHICLE_OWNED: {
    code: "0502",
    zh: "拥有已申报的机动车，须审核财产条件",
    en: "owns a declared vehicle: property test",
  },
  DWELLING_UNDECLARED: { code: "0601", zh: "住房未申报", en: "dwelling not declared" },
  DWELLINGS_ABOVE_LIMIT: {
    code: "0602",
    zh: "住房套数超过财产条件",
    en: "more dwellings than the property test admits",
  },
  NON_RESIDENTIAL_PROPERTY: {
    code: "0603",
    zh: "拥有店面、办公、厂房等非住宅不动产",
    en: "owns a shop, office, factory or the like",
  },
  RUNNING_BUSINESS: {
    code: "0701",
    zh: "任在营市场主体的法定代表人、股东或经营者",
    en: "legal representative, shareholder or operator of a running business",
  },
  EMPLOYED_NO_WAGE_DECLARED: {
    code: "0801",
    zh: "申报无工资收入，有就业迹象",
    en: "no wage declared, but there are signs of a job",
  },
  WAGE_INCOME_UNDERDECLARED: {
    code: "0802",
    zh: "查得工资高于申报",
    en: "found wages exceed the declared",
  },
  PROPERTY_INCOME_UNDERDECLARED: {
    code: "0901",
    zh: "查得财产收入（分红、租金）高于申报",
    en: "found dividends and rent exceed the declared",
  },
  TRANSFER_INCOME_UNDERDECLARED: {
    code: "0902",
    zh: "查得转移收入（养老金、补贴等）高于申报",
    en: "found pensions, benefits and subsidies exceed the declared",
  },
  MONEY_ASSETS_ABOVE_LINE: {
    code: "1001",
    zh: "人均货币财产超过标准",
    en: "money assets per head above the line",
  },
  MONEY_ASSETS_UNDERDECLARED: {
    code: "1002",
    zh: "查得货币财产高于申报",
    en: "found money assets exceed the declared",
  },
  INCOME_ABOVE_LINE: {
    code: "1101",
    zh: "收入超过所享受救助的标准，未进入渐退期",
    en: "income above the line of the programme drawn, not in gradual exit",
  },
  GRADUAL_EXIT_OVER: {
    code: "1102",
    zh: "渐退期已满，仍在享受待遇",
    en: "gradual exit over, and still drawing",
  },
  LOW_INCOME_FARMER_WITHOUT_RELIEF: {
    code: "1201",
    zh: "列入低收入农户，未享受低保或低保边缘",
    en: "low-income farmer without relief",
  },
  RELIEF_WITHOUT_LOW_INCOME_FARMER: {
    code: "1202",
    zh: "农村救助家庭未列入低收入农户",
    en: "rural family with relief, no low-income farmer",
  },
  CERTIFICATE_NOT_VALID: {
    code: "1301",
    zh: "残疾人证过期、冻结或注销，待遇仍在发放",
    en: "disability certificate not valid, benefits still paid",
  },
  NURSING_SUBSIDY_DOES_NOT_FIT: {
    code: "1302",
    zh: "重度残疾人护理补贴与残疾等级或救助类别不符",
    en: "nursing subsidy does not fit grade or programme",
  },
  LIVING_SUBSIDY_DOES_NOT_FIT: {
    code: "1303",
    zh: "困难残疾人生活补贴与救助类别不符",
    en: "living subsidy does not fit the programme",
  },
  ADMISSION_WITHOUT_GROUND: {
    code: "1304",
    zh: "单独列户纳入低保的情形不再具备",
    en: "no member has a ground for single-household admission any more",
  },
  ASSISTED_ENROLMENT_WITHOUT_PROGRAMME: {
    code: "1401",
    zh: "资助参保，家庭未享受相应救助",
    en: "enrolment paid for, without a programme",
  },
  PROGRAMME_WITHOUT_ASSISTED_ENROLMENT: {
    code: "1402",
    zh: "救助家庭成员未获资助参保",
    en: "member of a recipient family whose enrolment is not paid for",
  },
  SOURCE_STALE: { code: "1501", zh: "来源数据过旧", en: "data of a source too old" },
});
export type FindingCode = CodeOf<typeof FindingCode>;
