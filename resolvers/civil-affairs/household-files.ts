import {
  AssistanceProgramme,
  IncomeBand,
  Kinship,
  PovertyDimensionName,
  SingleHouseholdGround,
  VerificationOutcome,
} from "../../src/codes/code-tables.js";
import { personColumn } from "../../src/intake/mapping/common-columns.js";
import type { ColumnMapping, FileMapping } from "../../src/intake/mapping/file-mapping.js";
import {
  coded,
  day,
  decimal,
  division,
  identifier,
  money,
  share,
  signedMoney,
  whole,
  yearMonth,
} from "../../src/intake/mapping/values/index.js";
import { HouseholdRole } from "./household-role.js";
import {
  assistance,
  declaration,
  household,
  membership,
  povertyDimension,
  povertyIndex,
  singleHouseholdAdmission,
  verificationSummary,
} from "./tables.js";

const number = identifier(/^[A-Z0-9-]{1,40}$/, "H330726000039");

const householdColumn: ColumnMapping<string> = {
  header: "家庭编号",
  synonyms: ["户编号", "家庭编码", "户号"],
  value: number,
  required: true,
};

const incomeBandColumn: ColumnMapping = {
  header: "家庭人均收入档次",
  synonyms: ["人均收入档次", "收入档次"],
  value: coded(IncomeBand),
};

/** The kinds of files about households. */
export const householdFiles: readonly FileMapping[] = [
  {
    kind: "household",
    title: "家庭登记",
    table: household,
    key: ["id"],
    columns: {
      id: householdColumn,
      township: {
        header: "乡镇（街道）代码",
        synonyms: ["乡镇代码", "乡镇街道代码", "所属乡镇代码"],
        value: division(9),
        required: true,
      },
      village: {
        header: "村（社区）代码",
        synonyms: ["村代码", "村社区代码", "所属村代码"],
        value: division(12),
        required: true,
      },
      headCount: {
        header: "家庭人口数",
        synonyms: ["共同生活家庭成员数", "家庭人数", "人口数"],
        value: whole(0, 99),
      },
      incomeBand: incomeBandColumn,
    },
  },
  {
    kind: "membership",
    title: "家庭成员与赡抚扶养人",
    table: membership,
    key: ["householdId", "person", "role"],
    columns: {
      householdId: householdColumn,
      person: personColumn,
      role: {
        header: "家庭角色",
        synonyms: ["成员类型", "人员类别"],
        value: coded(HouseholdRole, {
          MEMBER: ["家庭成员", "共同生活成员"],
          OBLIGOR: ["赡抚扶养人", "赡养人"],
        }),
        required: true,
      },
      kinship: {
        header: "与户主关系",
        synonyms: ["与申请人关系", "家庭关系"],
        value: coded(Kinship, {
          HUSBAND: ["丈夫"],
          WIFE: ["妻子"],
          SON: ["儿子"],
          DAUGHTER: ["女儿"],
          GRANDCHILD: ["孙子", "孙女", "外孙子", "外孙女"],
          GRANDPARENT: ["祖父", "祖母", "外祖父", "外祖母"],
          SIBLING: ["兄", "弟", "姐", "妹"],
        }),
      },
      position: {
        header: "成员序号",
        synonyms: ["序次", "成员顺序"],
        value: whole(1, 99),
        required: true,
      },
    },
  },
  {
    kind: "assistance",
    title: "社会救助待遇",
    table: assistance,
    key: ["id"],
    columns: {
      id: {
        header: "待遇编号",
        synonyms: ["救助编号", "待遇记录编号"],
        value: number,
        required: true,
      },
      householdId: householdColumn,
      programme: {
        header: "救助类别",
        synonyms: ["救助类型", "待遇类别"],
        value: coded(AssistanceProgramme, {
          MINIMUM_LIVING: ["低保", "最低生活保障家庭"],
          MINIMUM_LIVING_MARGINAL: ["低保边缘", "低保边缘家庭", "最低生活保障边缘家庭"],
          EXTREME_POVERTY: ["特困", "特困供养", "特困人员"],
          EXPENDITURE_POVERTY: ["支出型贫困", "支出型困难家庭"],
          SINGLE_HOUSEHOLD: ["单独列户", "低保单独列户"],
        }),
        required: true,
      },
      startMonth: {
        header: "起始月份",
        synonyms: ["享受起始月", "待遇开始月份"],
        value: yearMonth,
        required: true,
      },
      endMonth: { header: "终止月份", synonyms: ["享受终止月", "待遇终止月份"], value: yearMonth },
      monthlyAmount: { header: "月救助金额", synonyms: ["月补助金额", "月保障金额"], value: money },
      gradualExitUntil: { header: "渐退期至", synonyms: ["渐退截止日期"], value: day },
    },
  },
  {
    kind: "declaration",
    title: "申报的家庭经济状况",
    table: declaration,
    key: ["householdId"],
    columns: {
      householdId: householdColumn,
      wageIncome: {
        header: "年工资性收入",
        synonyms: ["工资性收入", "申报工资收入"],
        value: money,
      },
      businessIncome: {
        header: "年经营净收入",
        synonyms: ["经营净收入", "申报经营收入"],
        value: signedMoney,
      },
      propertyIncome: {
        header: "年财产净收入",
        synonyms: ["财产净收入", "申报财产收入"],
        value: money,
      },
      transferIncome: {
        header: "年转移净收入",
        synonyms: ["转移净收入", "申报转移收入"],
        value: money,
      },
      otherIncome: { header: "年其他收入", synonyms: ["其他收入"], value: money },
      financialAssets: {
        header: "金融资产总额",
        synonyms: ["申报金融资产", "货币财产"],
        value: money,
      },
      vehicleCount: { header: "机动车数量", synonyms: ["机动车辆数"], value: whole(0, 99) },
      dwellingCount: { header: "住房套数", synonyms: ["住房数量"], value: whole(0, 99) },
      declaredOn: { header: "申报日期", synonyms: ["申请日期"], value: day },
    },
  },
  {
    kind: "poverty-index",
    title: "多维度贫困指标",
    table: povertyIndex,
    key: ["householdId"],
    columns: {
      householdId: householdColumn,
      score: {
        header: "多维度贫困得分",
        synonyms: ["贫困指标得分", "综合得分"],
        value: decimal(2, 100),
      },
      surveyedOn: { header: "入户调查日期", synonyms: ["调查日期"], value: day },
    },
  },
  {
    kind: "poverty-dimension",
    title: "多维度贫困分项",
    table: povertyDimension,
    key: ["householdId", "dimension"],
    columns: {
      householdId: householdColumn,
      dimension: {
        header: "贫困维度",
        synonyms: ["维度", "指标维度"],
        value: coded(PovertyDimensionName),
        required: true,
      },
      score: { header: "维度得分", synonyms: ["分项得分"], value: decimal(2, 100) },
      weight: { header: "权重", synonyms: ["维度权重"], value: share },
      position: { header: "维度序号", synonyms: ["分项序号"], value: whole(1, 99), required: true },
    },
  },
  {
    kind: "single-household-admission",
    title: "单独列户纳入低保",
    table: singleHouseholdAdmission,
    key: ["householdId", "person"],
    columns: {
      householdId: householdColumn,
      person: personColumn,
      ground: {
        header: "单独列户情形",
        synonyms: ["列户情形", "单独列户原因"],
        value: coded(SingleHouseholdGround, {
          SERIOUS_ILLNESS: ["重病"],
          SEVERE_DISABILITY: ["重残", "重度残疾人"],
        }),
      },
      admittedOn: { header: "纳入日期", synonyms: ["列户日期", "批准日期"], value: day },
    },
  },
  {
    kind: "verification-summary",
    title: "核对结论",
    table: verificationSummary,
    key: ["householdId"],
    columns: {
      householdId: householdColumn,
      number: { header: "核对报告编号", synonyms: ["报告编号"], value: number, required: true },
      outcome: {
        header: "核对结论",
        synonyms: ["核对结果"],
        value: coded(VerificationOutcome, { CLEAN: ["无疑点"], FINDINGS: ["有疑点"] }),
      },
      incomeBand: incomeBandColumn,
      completedOn: { header: "核对完成日期", synonyms: ["完成日期", "出具日期"], value: day },
      validUntil: { header: "报告有效期至", synonyms: ["有效期至"], value: day },
    },
  },
];
