import type { ColumnMapping } from "./file-mapping.js";
import { idNumber } from "./values/id-number.js";

/** The person that a row is about. */
export const personColumn: ColumnMapping<string> = {
  header: "公民身份号码",
  synonyms: ["身份证号", "身份证号码", "居民身份证号", "证件号码", "身份证件号码"],
  value: idNumber,
  required: true,
};
