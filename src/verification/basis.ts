import type { Bilingual } from "./bilingual.js";

/** The laws, clauses and standards that checks and programmes rest on; cited by key. */
export const BASIS = {
  REGULATION_9: regulation("九", 9, "家庭收入和财产符合规定", "income and property test"),
  REGULATION_12: regulation("十二", 12, "按差额发放", "the benefit is the shortfall"),
  REGULATION_13: regulation("十三", 13, "低保边缘家庭", "marginal families"),
  REGULATION_41: regulation("四十一", 41, "支出型贫困救助", "expenditure-type relief"),
  REGULATION_50: regulation("五十", 50, "就业收入扣减", "disregard of employment income"),
  REGULATION_51: regulation("五十一", 51, "隐瞒的处理", "concealment"),
  PROPERTY_MEASURES: {
    zh: "2015 年浙江省家庭经济状况认定办法（财产条件）",
    en: "Zhejiang measures of 2015, property test",
  },
  DOCUMENT_2_1: {
    zh: "《关于推进新时代浦江民政事业高质量发展的实施意见》（二）：两线合一、一年渐退",
    en: "policy document, item (二): one line, one-year gradual exit",
  },
  DOCUMENT_2_2: {
    zh: "《关于推进新时代浦江民政事业高质量发展的实施意见》（二）：困难群众物价补贴",
    en: "policy document, item (二): price subsidy",
  },
  DOCUMENT_2_3: {
    zh: "《关于推进新时代浦江民政事业高质量发展的实施意见》（二）：单独列户纳入低保",
    en: "policy document, item (二): single-household admission",
  },
  DOCUMENT_3_2: {
    zh: "《关于推进新时代浦江民政事业高质量发展的实施意见》（三）：残疾人两项补贴动态调整",
    en: "policy document, item (三): adjustment of the two disability subsidies",
  },
  EXTREME_POVERTY_MEASURES: {
    zh: "《特困人员认定办法》（民发〔2021〕43 号）",
    en: "Measures on recognising people in extreme poverty (2021)",
  },
  TEMPORARY_RELIEF: {
    zh: "《浙江省社会救助条例》（2020）临时救助；实施意见（一）救急、救难",
    en: "Zhejiang Regulation on Social Assistance (2020), temporary relief; policy document, item (一)",
  },
  FAMILY_LAW: {
    zh: "《民法典》第一千零五十九条、第一千零六十七条：夫妻扶养、父母子女抚养赡养",
    en: "Civil Code, articles 1059 and 1067: support between spouses, parents and children",
  },
  ID_NUMBER_STANDARD: {
    zh: "GB 11643《公民身份号码》",
    en: "GB 11643, citizen ID numbers",
  },
  DISABILITY_STANDARD: {
    zh: "GB/T 26341《残疾人残疾分类和分级》；残疾人证有效期 10 年",
    en: "GB/T 26341, categories and grades of disability; a certificate is valid for 10 years",
  },
  SUBSIDIES_2015: {
    zh: "国发〔2015〕52 号：残疾人两项补贴",
    en: "State Council 2015 No 52: the two disability subsidies",
  },
  MEDICAL_ASSISTANCE: {
    zh: "医疗救助：资助救助对象参加居民医保",
    en: "medical assistance: enrolment of recipients is paid for",
  },
  DATA_SHARING: {
    zh: "《政务数据共享条例》：数据准确、及时与校核",
    en: "Regulation on sharing government data: accuracy, timeliness, corrections",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** A key of the register of laws. */
export type BasisKey = keyof typeof BASIS;

function regulation(zhNumber: string, number: number, zh: string, en: string): Bilingual {
  return {
    zh: `《浙江省社会救助条例》（2020）第${zhNumber}条：${zh}`,
    en: `Zhejiang Regulation on Social Assistance (2020), article ${number}: ${en}`,
  };
}
