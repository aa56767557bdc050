import {
  CertificateStatus,
  DisabilityCategory,
  DisabilityGrade,
} from "../../src/codes/code-tables.js";
import { personColumn } from "../../src/intake/mapping/common-columns.js";
import type { FileMapping } from "../../src/intake/mapping/file-mapping.js";
import {
  coded,
  day,
  disabilityCertificate,
  identifier,
  money,
  yesNo,
} from "../../src/intake/mapping/values/index.js";
import { disability } from "./tables.js";

/** The kinds of files that the department delivers. */
export const files: readonly FileMapping[] = [
  {
    kind: "disability",
    title: "残疾人登记",
    table: disability,
    key: ["person"],
    columns: {
      person: personColumn,
      category: {
        header: "残疾类别",
        synonyms: ["残疾类型", "残疾种类"],
        value: coded(DisabilityCategory, {
          VISUAL: ["视力"],
          HEARING: ["听力"],
          SPEECH: ["言语"],
          PHYSICAL: ["肢体"],
          INTELLECTUAL: ["智力"],
          MENTAL: ["精神"],
          MULTIPLE: ["多重"],
        }),
      },
      grade: {
        header: "残疾等级",
        synonyms: ["残疾级别", "等级"],
        value: coded(DisabilityGrade, {
          GRADE_1: ["壹级", "1级", "残疾一级"],
          GRADE_2: ["贰级", "2级", "残疾二级"],
          GRADE_3: ["叁级", "3级", "残疾三级"],
          GRADE_4: ["肆级", "4级", "残疾四级"],
        }),
      },
      certificateNumber: {
        header: "残疾人证号",
        synonyms: ["残疾证号", "残疾人证号码"],
        value: disabilityCertificate,
      },
      certificateStatus: {
        header: "残疾人证状态",
        synonyms: ["持证状态", "证件状态"],
        value: coded(CertificateStatus, {
          VALID: ["正常"],
          EXPIRED: ["已过期", "到期"],
          FROZEN: ["已冻结"],
          CANCELLED: ["已注销"],
        }),
      },
      issuedOn: { header: "发证日期", synonyms: ["签发日期", "首次发证日期"], value: day },
      validUntil: { header: "有效期至", synonyms: ["有效期限", "证件有效期"], value: day },
      livingSubsidy: {
        header: "月困难残疾人生活补贴",
        synonyms: ["困难残疾人生活补贴", "生活补贴"],
        value: money,
      },
      nursingSubsidy: {
        header: "月重度残疾人护理补贴",
        synonyms: ["重度残疾人护理补贴", "护理补贴"],
        value: money,
      },
      assistedEmployment: {
        header: "是否辅助性就业",
        synonyms: ["辅助性就业", "是否在残疾人之家就业"],
        value: yesNo,
      },
      bankAccount: {
        header: "银行账号",
        synonyms: ["银行卡号", "补贴发放账号", "社保卡银行账号"],
        value: identifier(/^\d{8,30}$/, "622848…"),
      },
    },
  },
];
