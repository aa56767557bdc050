import { InsuranceStatus, SchoolStage } from "../../src/codes/code-tables.js";
import { personColumn } from "../../src/intake/mapping/common-columns.js";
import type { FileMapping } from "../../src/intake/mapping/file-mapping.js";
import { coded, day, division, money, text, yesNo } from "../../src/intake/mapping/values/index.js";
import { propertyFiles } from "./property-files.js";
import {
  householdRegistration,
  housingFund,
  incomeTax,
  socialInsurance,
  student,
} from "./tables.js";

/** The kinds of files that the department delivers, for itself and for the bodies whose data it passes on. */
export const files: readonly FileMapping[] = [
  {
    kind: "household-registration",
    title: "户籍登记",
    table: householdRegistration,
    key: ["person"],
    columns: {
      person: personColumn,
      address: { header: "户籍地址", synonyms: ["户籍所在地", "户口所在地址"], value: text },
      registeredDivision: {
        header: "户籍行政区划代码",
        synonyms: ["户籍地行政区划", "户籍区划"],
        value: division(),
      },
      movedInOn: { header: "迁入日期", synonyms: ["户口迁入日期"], value: day },
      deregisteredOn: { header: "户口注销日期", synonyms: ["注销日期", "销户日期"], value: day },
    },
  },
  ...propertyFiles,
  {
    kind: "social-insurance",
    title: "社会保险",
    table: socialInsurance,
    key: ["person"],
    columns: {
      person: personColumn,
      pensionStatus: {
        header: "养老保险参保状态",
        synonyms: ["养老参保状态", "养老保险状态"],
        value: coded(InsuranceStatus, {
          NORMAL: ["正常", "参保缴费", "正常缴费"],
          PAUSED: ["暂停", "暂停缴费"],
          TERMINATED: ["终止", "终止缴费"],
        }),
      },
      contributionBase: {
        header: "月缴费基数",
        synonyms: ["缴费基数", "养老保险缴费基数"],
        value: money,
      },
      monthlyPension: {
        header: "月养老金",
        synonyms: ["养老金", "月养老待遇", "基本养老金"],
        value: money,
      },
      unemploymentBenefit: {
        header: "月失业保险金",
        synonyms: ["失业保险金", "失业金"],
        value: money,
      },
      employed: { header: "是否就业", synonyms: ["就业登记", "就业状态"], value: yesNo },
    },
  },
  {
    kind: "housing-fund",
    title: "住房公积金",
    table: housingFund,
    key: ["person"],
    columns: {
      person: personColumn,
      monthlyContribution: { header: "月缴存额", synonyms: ["公积金月缴存额"], value: money },
      balance: { header: "账户余额", synonyms: ["缴存余额", "公积金余额"], value: money },
    },
  },
  {
    kind: "income-tax",
    title: "个人所得税",
    table: incomeTax,
    key: ["person"],
    columns: {
      person: personColumn,
      taxableIncome: {
        header: "年应税收入",
        synonyms: ["全年应纳税所得额", "应纳税所得额", "综合所得收入额"],
        value: money,
      },
    },
  },
  {
    kind: "student",
    title: "学籍",
    table: student,
    key: ["person"],
    columns: {
      person: personColumn,
      school: { header: "学校名称", synonyms: ["就读学校", "所在学校"], value: text },
      stage: {
        header: "学段",
        synonyms: ["就读学段", "教育阶段"],
        value: coded(SchoolStage, {
          PRESCHOOL: ["学前", "幼儿园"],
          JUNIOR_SECONDARY: ["普通初中"],
          SENIOR_SECONDARY: ["高中"],
          VOCATIONAL_SECONDARY: ["中职", "职高"],
          TERTIARY: ["大学", "高校"],
        }),
      },
      annualTuition: { header: "年学费", synonyms: ["学费", "学年学费"], value: money },
    },
  },
];
