import type { ColumnMapping } from "./file-mapping.js";
import { day } from "./values/day.js";
import { text } from "./values/text.js";

/** The headers that every file may carry besides its own, for rows that differ from the rest of their file. */
export const PROVENANCE_COLUMNS = {
  asOf: {
    header: "数据截止日期",
    synonyms: ["截止日期", "数据日期"],
    value: day,
  },
  originalSource: {
    header: "数据来源单位",
    synonyms: ["来源单位", "数据来源"],
    value: text,
  },
} as const satisfies Readonly<Record<string, ColumnMapping>>;
