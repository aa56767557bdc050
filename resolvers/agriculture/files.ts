import { PovertyCause } from "../../src/codes/code-tables.js";
import { personColumn } from "../../src/intake/mapping/common-columns.js";
import type { FileMapping } from "../../src/intake/mapping/file-mapping.js";
import {
  coded,
  decimal,
  money,
  text,
  texts,
  year,
  yesNo,
} from "../../src/intake/mapping/values/index.js";
import { agriculture } from "./tables.js";

/** 亩. */
const area = decimal(2, 100_000);

/** The kinds of files that the department delivers. */
export const files: readonly FileMapping[] = [
  {
    kind: "agriculture",
    title: "农业农村登记",
    table: agriculture,
    key: ["person"],
    columns: {
      person: personColumn,
      lowIncomeFarmer: {
        header: "是否低收入农户",
        synonyms: ["低收入农户", "低收入农户标识"],
        value: yesNo,
      },
      recognisedYear: { header: "认定年度", synonyms: ["认定年份", "识别年度"], value: year },
      povertyCause: {
        header: "致贫原因",
        synonyms: ["主要致贫原因", "致困原因"],
        value: coded(PovertyCause, {
          ILLNESS: ["因病致贫"],
          DISABILITY: ["因残致贫"],
          EDUCATION: ["因学致贫"],
          LABOUR_SHORTAGE: ["缺劳力", "缺乏劳动力"],
          ACCIDENT_OR_DISASTER: ["因灾", "因灾致贫"],
        }),
      },
      contractedArea: {
        header: "承包地面积",
        synonyms: ["承包地确权面积", "家庭承包耕地面积"],
        value: area,
      },
      transferredArea: {
        header: "流转面积",
        synonyms: ["土地流转面积", "流转土地面积"],
        value: area,
      },
      transferRent: { header: "年流转租金", synonyms: ["土地流转租金", "流转收入"], value: money },
      annualSubsidies: { header: "年惠农补贴", synonyms: ["惠农补贴", "涉农补贴"], value: money },
      collectiveDividend: {
        header: "年集体经济分红",
        synonyms: ["集体经济分红", "村集体分红"],
        value: money,
      },
      machinery: { header: "农业机械", synonyms: ["农机", "农机具"], value: texts },
      businessEntity: {
        header: "新型农业经营主体",
        synonyms: ["农业经营主体", "家庭农场（合作社）名称"],
        value: text,
      },
    },
  },
];
