import {
  CareLevel,
  ChildWelfareCategory,
  LeftBehindCategory,
  MaritalStatus,
  Sex,
} from "../../src/codes/code-tables.js";
import { maskIdNumber } from "../../src/codes/id-number.js";
import { personColumn } from "../../src/intake/mapping/common-columns.js";
import type { FileMapping } from "../../src/intake/mapping/file-mapping.js";
import {
  coded,
  day,
  division,
  idNumber,
  identifier,
  money,
  name,
  text,
  yesNo,
} from "../../src/intake/mapping/values/index.js";
import { householdFiles } from "./household-files.js";
import {
  childWelfare,
  elderCare,
  leftBehind,
  marriage,
  person,
  reservoirMigrant,
} from "./tables.js";

/** The kinds of files that the department delivers. */
export const files: readonly FileMapping[] = [
  ...householdFiles,
  {
    kind: "person",
    title: "人员登记",
    table: person,
    key: ["person"],
    columns: {
      person: personColumn,
      name: { header: "姓名", synonyms: ["人员姓名", "居民姓名"], value: name, required: true },
      sex: {
        header: "性别",
        synonyms: ["性别代码"],
        value: coded(Sex, {
          MALE: ["男"],
          FEMALE: ["女"],
          UNKNOWN: ["未知"],
          UNSPECIFIED: ["未说明"],
        }),
      },
      birthDate: { header: "出生日期", synonyms: ["出生年月日"], value: day },
      maritalStatus: {
        header: "婚姻状况",
        synonyms: ["婚姻状况代码", "婚姻状态"],
        value: coded(MaritalStatus, { DIVORCED: ["离异"], UNSPECIFIED: ["未说明"] }),
      },
      division: {
        header: "居住地行政区划代码",
        synonyms: ["居住地区划代码", "居住村（社区）代码"],
        value: division(12),
        required: true,
      },
      deathDate: { header: "死亡日期", synonyms: ["去世日期"], value: day },
      cremationDate: { header: "火化日期", value: day },
      ecologicalBurial: { header: "是否生态安葬", synonyms: ["生态安葬"], value: yesNo },
    },
    derive: ({ person: number }) => ({
      idNumber: number,
      maskedIdNumber: maskIdNumber(String(number)),
    }),
  },
  {
    kind: "marriage",
    title: "婚姻登记",
    table: marriage,
    key: ["person"],
    columns: {
      person: personColumn,
      spouse: {
        header: "配偶公民身份号码",
        synonyms: ["配偶身份证号", "配偶身份证号码"],
        value: idNumber,
      },
      certificateNumber: {
        header: "婚姻登记证号",
        synonyms: ["结婚证号", "离婚证号", "婚姻证字号"],
        value: identifier(/^[A-Z0-9-]{1,40}$/, "J330726-2020-000001"),
      },
      registeredOn: { header: "婚姻登记日期", synonyms: ["登记日期"], value: day },
    },
  },
  {
    kind: "child-welfare",
    title: "儿童福利保障",
    table: childWelfare,
    key: ["person"],
    columns: {
      person: personColumn,
      category: {
        header: "儿童福利保障类别",
        synonyms: ["儿童类别", "保障类别"],
        value: coded(ChildWelfareCategory, { DE_FACTO_UNATTENDED: ["事实孤儿"] }),
      },
      monthlyAllowance: {
        header: "月基本生活费",
        synonyms: ["基本生活费", "月补贴标准"],
        value: money,
      },
    },
  },
  {
    kind: "left-behind",
    title: "留守人员登记",
    table: leftBehind,
    key: ["person"],
    columns: {
      person: personColumn,
      category: {
        header: "留守类别",
        synonyms: ["留守人员类别"],
        value: coded(LeftBehindCategory),
      },
      lastVisitedOn: { header: "最近走访日期", synonyms: ["走访日期"], value: day },
    },
  },
  {
    kind: "elder-care",
    title: "养老服务补贴",
    table: elderCare,
    key: ["person"],
    columns: {
      person: personColumn,
      careLevel: {
        header: "照护（失能）等级",
        synonyms: ["照护等级", "失能等级"],
        value: coded(CareLevel),
      },
      monthlySubsidy: {
        header: "月养老服务补贴",
        synonyms: ["养老服务补贴", "月服务补贴"],
        value: money,
      },
    },
  },
  {
    kind: "reservoir-migrant",
    title: "水库移民后期扶持",
    table: reservoirMigrant,
    key: ["person"],
    columns: {
      person: personColumn,
      reservoir: { header: "水库名称", synonyms: ["所属水库"], value: text },
      annualSupport: {
        header: "年扶持资金",
        synonyms: ["年后期扶持资金", "后期扶持资金"],
        value: money,
      },
    },
  },
];
