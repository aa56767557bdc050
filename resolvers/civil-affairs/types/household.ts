import { ID, Int } from "type-graphql";
import { IncomeBand } from "../../../src/codes/code-tables.js";
import { codeEnum } from "../../../src/department/code-enum.js";
import { Entity } from "../../../src/department/governed.js";
import { SealedRecord } from "../../../src/department/provenance.js";
import { DivisionCode } from "../../../src/department/scalars.js";
import { Governed } from "../identity.js";

/** Household: the members who live together. */
@Entity("Household", "家庭：共同生活成员组成的户。", "Household: the members who live together.")
export class Household extends SealedRecord {
  @Governed(() => ID, {
    zh: "家庭编号",
    en: "Household id",
    sensitivity: "NONE",
    duties:
      "1.2 1.3 1.4 2.1 2.3 3.1 3.2 3.3 4.1 10.1 10.3 11.1 12.1 13.1 13.2 16.1 17.2 18.1 19.1 2.2",
  })
  id?: string | null;

  @Governed(() => DivisionCode, {
    zh: "乡镇（街道）",
    en: "Township or street",
    sensitivity: "NONE",
    duties:
      "1.2 1.3 1.4 2.1 2.3 3.1 3.2 3.3 4.1 10.1 10.3 11.1 12.1 13.1 13.2 16.1 17.2 18.1 19.1 2.2",
  })
  township?: string | null;

  @Governed(() => DivisionCode, {
    zh: "村（社区）",
    en: "Village or community",
    sensitivity: "PERSONAL",
    duties: "1.2 1.3 1.4 2.1 2.3 3.1 3.2 3.3 4.1 10.1 10.3 11.1 12.1 13.1 13.2 16.1 17.2 18.1 19.1",
  })
  village?: string | null;

  @Governed(() => Int, {
    zh: "共同生活家庭成员人数",
    en: "Number of co-living members",
    unit: "人",
    sensitivity: "PERSONAL",
    duties: "1.2 1.3 1.4 2.1 2.2 2.3 12.1 16.1",
  })
  headCount?: number | null;

  @Governed(codeEnum(IncomeBand), {
    zh: "家庭人均收入档次（核对结论）",
    en: "Band of income per head, as verified",
    sensitivity: "FINANCIAL",
    duties: "1.2 1.3 1.4 2.1 2.3 13.1",
  })
  incomeBand?: IncomeBand | null;
}
