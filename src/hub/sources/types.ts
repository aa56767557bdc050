import { Int, ObjectType } from "type-graphql";
import { codeTable, type CodeOf } from "../../codes/code-table.js";
import { codeEnum } from "../../department/code-enum.js";
import { bilingual } from "../../department/descriptions.js";
import { CalendarDate, Timestamp } from "../../department/scalars.js";
import { Metadata } from "../metadata.js";

/** How the records of a source were counted; the codes are this project's. */
export const RecordsCounted = codeTable(
  "RecordsCounted",
  "记录数的得出方式",
  "How records were counted",
  {
    LOADED: { code: "1", zh: "最近一次导入所载", en: "as the last load counted them" },
    COUNTED: { code: "2", zh: "逐条计数", en: "counted one by one" },
    ESTIMATED: { code: "3", zh: "数据库估计", en: "estimated by the database" },
  },
);
export type RecordsCounted = CodeOf<typeof RecordsCounted>;

@ObjectType("SourceLoad", {
  description: bilingual("一次文件导入。", "A load of a file."),
})
export class SourceLoad {
  @Metadata(() => Timestamp, "完成时间。", "When it finished.")
  finishedAt!: string;

  @Metadata(() => CalendarDate, "数据截止日期。", "Day that the file speaks of.")
  asOf!: string;

  @Metadata(() => String, "数据来源单位。", "Body that delivered it; null where not told.", true)
  source!: string | null;

  @Metadata(() => String, "文件名。", "Name of the file; null where not told.", true)
  fileName!: string | null;

  @Metadata(() => Int, "记录数。", "Records loaded.")
  rows!: number;
}

@ObjectType("Source", {
  description: bilingual(
    "部门的一类数据来源；部门未答复时 available 为 false，其余为 null。",
    "One source of a department: its last load, its records, its age. Null throughout where the department did not answer.",
  ),
})
export class Source {
  @Metadata(() => String, "部门（官方名称）。", "Official name of the department.")
  department!: string;

  @Metadata(
    () => String,
    "文件类别简称，部门内唯一。",
    "Kind of file, unique within the department.",
  )
  kind!: string;

  @Metadata(() => String, "登记名称（中文）。", "Official title, in Chinese.")
  title!: string;

  @Metadata(
    () => Boolean,
    "该部门是否答复了本次查询。",
    "Whether the department answered this query.",
  )
  available!: boolean;

  @Metadata(() => Int, "记录数。", "Records.", true)
  records?: number | null;

  @Metadata(codeEnum(RecordsCounted), "记录数的得出方式。", "How they were counted.", true)
  counted?: RecordsCounted | null;

  @Metadata(
    () => CalendarDate,
    "数据截止日期；无记录为 null，估计时取自部分记录。",
    "Newest as-of date; null without a record. Of part of the records where they are estimated.",
    true,
  )
  asOf?: string | null;

  @Metadata(
    () => Timestamp,
    "取得时间；无记录为 null。",
    "When the newest records were fetched.",
    true,
  )
  fetchedAt?: string | null;

  @Metadata(() => Int, "数据距今天数。", "Days since the as-of date; null without one.", true)
  ageDays?: number | null;

  @Metadata(
    () => Int,
    "最长时效（天）；参数未规定为 null。",
    "Days after which it is too old; null where no parameter says so.",
    true,
  )
  maximumAgeDays?: number | null;

  @Metadata(
    () => Boolean,
    "是否超过最长时效；无法判断为 null。",
    "Whether it is older than that; null where nobody can say.",
    true,
  )
  stale?: boolean | null;

  @Metadata(
    () => SourceLoad,
    "最近一次文件导入；未由文件导入为 null。",
    "The last load; null where it was filled otherwise than from a file.",
    true,
  )
  lastLoad?: SourceLoad | null;

  @Metadata(() => Int, "未办结校核数。", "Open data issues.", true)
  openIssues?: number | null;
}
