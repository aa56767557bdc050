import { CareLevel, InsuranceStatus, InsuranceType } from "../../src/codes/code-tables.js";
import { personColumn } from "../../src/intake/mapping/common-columns.js";
import type { FileMapping } from "../../src/intake/mapping/file-mapping.js";
import {
  coded,
  day,
  identifier,
  money,
  text,
  whole,
  year,
  yesNo,
} from "../../src/intake/mapping/values/index.js";
import { diagnosis, longTermCare, medicalInsurance, spending } from "./tables.js";

/** The kinds of files that the department delivers. */
export const files: readonly FileMapping[] = [
  {
    kind: "medical-insurance",
    title: "基本医疗保险参保登记",
    table: medicalInsurance,
    key: ["person"],
    columns: {
      person: personColumn,
      insuranceType: {
        header: "险种",
        synonyms: ["险种类型", "医保险种", "参保险种"],
        value: coded(InsuranceType, {
          EMPLOYEE: ["职工医保", "职工"],
          RESIDENT: ["城乡居民医保", "居民医保", "城乡居民"],
        }),
      },
      status: {
        header: "参保状态",
        synonyms: ["医保参保状态", "人员参保状态"],
        value: coded(InsuranceStatus, {
          NORMAL: ["正常", "参保缴费", "正常缴费"],
          PAUSED: ["暂停", "暂停缴费"],
          TERMINATED: ["终止", "终止缴费"],
        }),
      },
      employer: { header: "参保单位", synonyms: ["单位名称", "用人单位"], value: text },
      enrolledOn: { header: "参保日期", synonyms: ["首次参保日期", "参保时间"], value: day },
      assistedEnrolment: {
        header: "是否资助参保",
        synonyms: ["资助参保", "资助参保标识"],
        value: yesNo,
      },
      seriousIllness: {
        header: "是否大病患者",
        synonyms: ["大病患者", "是否享受大病保险"],
        value: yesNo,
      },
    },
  },
  {
    kind: "diagnosis",
    title: "诊断",
    table: diagnosis,
    key: ["person", "position"],
    columns: {
      person: personColumn,
      position: {
        header: "诊断序号",
        synonyms: ["诊断顺序", "诊断次序"],
        value: whole(1, 999),
        required: true,
      },
      code: {
        header: "疾病诊断代码",
        synonyms: ["ICD-10编码", "疾病编码", "诊断代码"],
        value: identifier(/^[A-Z]\d{2}(\.[\dX]{1,4}([A-Z]\d{3})?)?$/, "E11.9"),
        required: true,
      },
      name: {
        header: "疾病诊断名称",
        synonyms: ["疾病名称", "诊断名称"],
        value: text,
        required: true,
      },
      diagnosedOn: { header: "诊断日期", synonyms: ["确诊日期"], value: day },
    },
  },
  {
    kind: "spending",
    title: "年度医疗费用",
    table: spending,
    key: ["person", "year"],
    columns: {
      person: personColumn,
      year: { header: "费用年度", synonyms: ["年度", "年份"], value: year, required: true },
      total: { header: "医疗总费用", synonyms: ["医疗费总额", "总费用"], value: money },
      pooledPayment: {
        header: "基本医保统筹支付",
        synonyms: ["统筹基金支付", "统筹支付"],
        value: money,
      },
      seriousIllnessPayment: {
        header: "大病保险支付",
        synonyms: ["大病保险基金支付", "大病支付"],
        value: money,
      },
      medicalAssistancePayment: {
        header: "医疗救助支付",
        synonyms: ["医疗救助基金支付", "救助支付"],
        value: money,
      },
      outOfPocket: {
        header: "个人自付",
        synonyms: ["个人负担", "个人现金支付", "自付费用"],
        value: money,
      },
    },
  },
  {
    kind: "long-term-care",
    title: "长期护理保险",
    table: longTermCare,
    key: ["person"],
    columns: {
      person: personColumn,
      disabilityLevel: {
        header: "失能等级",
        synonyms: ["失能评估等级", "评估等级"],
        value: coded(CareLevel),
      },
      monthlyBenefit: {
        header: "月护理待遇",
        synonyms: ["长护险月待遇", "月待遇标准"],
        value: money,
      },
    },
  },
];
