import { useWords } from "../../shared/language.js";
import { useFormats } from "../formats.js";
import { Signed } from "../mark.js";
import type { Mark } from "../../../report-pages/document/marks.js";
import { StackHead } from "../stack-head.js";

/** One access to a person's data. */
export interface AccessRecord {
  readonly id: string;
  readonly sequence: number;
  readonly at: string;
  readonly department: string | null;
  readonly client: string | null;
  readonly duty: string | null;
  readonly case: string | null;
  readonly fields: readonly string[];
  readonly decision: string;
  readonly summary: string;
}

const TEXT = {
  caption: { zh: "查询留痕，新的在前", en: "Accesses, the newest first" },
  at: { zh: "时间", en: "When" },
  who: { zh: "部门与系统", en: "Department and client" },
  duty: { zh: "职责与案件编号", en: "Duty and case" },
  fields: { zh: "所查数据", en: "What was asked for" },
  decision: { zh: "结果", en: "Decision" },
  nothing: { zh: "（无数据字段）", en: "(no data)" },
  unknown: { zh: "未识别", en: "not known" },
  summary: { zh: "说明", en: "In words" },
  ALLOWED: { zh: "已答复", en: "answered" },
  REFUSED: { zh: "已拒绝", en: "refused" },
  FAILED: { zh: "未能答复", en: "failed" },
} as const;

const MARK_OF: Readonly<Record<string, Mark>> = {
  ALLOWED: "DONE",
  REFUSED: "NOT_AUTHORISED",
  FAILED: "UNAVAILABLE",
};

/** Accesses to a person's data, for the screen and for paper. */
export function AccessTable({ records }: { readonly records: readonly AccessRecord[] }) {
  const words = useWords(TEXT);
  return (
    <table class="stacks accesses" role="table">
      <caption class="hidden">{words.caption}</caption>
      <StackHead
        headings={(["at", "who", "duty", "fields", "decision"] as const).map((column) => ({
          heading: words[column],
        }))}
      />
      <tbody role="rowgroup">
        {records.map((record) => (
          <AccessRow key={record.id} record={record} />
        ))}
      </tbody>
    </table>
  );
}

function AccessRow({ record }: { readonly record: AccessRecord }) {
  const words = useWords(TEXT);
  const { moment } = useFormats();
  const { at, department, client, duty, fields, decision } = record;
  const known = decision in MARK_OF ? (decision as "ALLOWED" | "REFUSED" | "FAILED") : null;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <time dateTime={at}>{moment(at)}</time>
      </th>
      <td role="cell" data-label={words.who}>
        <span>
          <span lang="zh-CN">{department ?? words.unknown}</span>
          <small>{client ?? words.unknown}</small>
        </span>
      </td>
      <td role="cell" data-label={words.duty}>
        <span>
          {duty ?? "—"}
          <small>{record.case ?? "—"}</small>
        </span>
      </td>
      <td role="cell" data-label={words.fields}>
        <span lang="zh-CN">{fields.length > 0 ? fields.join("、") : words.nothing}</span>
      </td>
      <td role="cell" data-label={words.decision}>
        {known ? <Signed mark={MARK_OF[known] ?? "DONE"} text={words[known]} /> : decision}
      </td>
    </tr>
  );
}
