import { Int } from "type-graphql";
import { PovertyCause } from "../../../src/codes/code-tables.js";
import { codeEnum } from "../../../src/department/code-enum.js";
import { Record } from "../../../src/department/governed.js";
import { DepartmentRecord } from "../../../src/department/provenance.js";
import { Decimal, Money } from "../../../src/department/scalars.js";
import { Governed } from "../identity.js";

/** Agriculture and rural affairs registration. */
@Record("Agriculture", "农业农村登记。", "Agriculture and rural affairs registration.")
export class Agriculture extends DepartmentRecord {
  @Governed(() => Boolean, {
    zh: "低收入农户",
    en: "Low-income farming household",
    sensitivity: "PERSONAL",
    duties: "1.2 2.1 4.1 16.1",
  })
  lowIncomeFarmer?: boolean | null;

  @Governed(() => Int, {
    zh: "低收入农户认定年度",
    en: "Year of recognition as low-income",
    unit: "年",
    sensitivity: "PERSONAL",
    duties: "2.1",
  })
  recognisedYear?: number | null;

  @Governed(codeEnum(PovertyCause), {
    zh: "致贫原因",
    en: "Main cause of poverty",
    sensitivity: "PERSONAL",
    duties: "2.1",
  })
  povertyCause?: PovertyCause | null;

  @Governed(() => Decimal, {
    zh: "承包地面积",
    en: "Contracted land",
    unit: "亩",
    sensitivity: "PERSONAL",
    duties: "1.2 2.1 16.1",
  })
  contractedArea?: string | null;

  @Governed(() => Decimal, {
    zh: "流转面积",
    en: "Land transferred to others",
    unit: "亩",
    sensitivity: "PERSONAL",
    duties: "1.2 2.1",
  })
  transferredArea?: string | null;

  @Governed(() => Money, {
    zh: "土地流转收入",
    en: "Rent from transferred land",
    unit: "元/年",
    sensitivity: "FINANCIAL",
    duties: "1.2 2.1",
  })
  transferRent?: string | null;

  @Governed(() => Money, {
    zh: "惠农补贴",
    en: "Agricultural subsidies",
    unit: "元/年",
    sensitivity: "FINANCIAL",
    duties: "1.2 2.1",
  })
  annualSubsidies?: string | null;

  @Governed(() => Money, {
    zh: "集体经济分红",
    en: "Dividend of the collective economy",
    unit: "元/年",
    sensitivity: "FINANCIAL",
    duties: "1.2 2.1",
  })
  collectiveDividend?: string | null;

  @Governed(() => [String], {
    zh: "农业机械",
    en: "Agricultural machinery",
    sensitivity: "PERSONAL",
    duties: "1.2 2.1",
  })
  machinery?: string[] | null;

  @Governed(() => String, {
    zh: "新型农业经营主体",
    en: "New-type agricultural business entity",
    sensitivity: "PERSONAL",
    duties: "1.2 2.1",
  })
  businessEntity?: string | null;
}
