import type { ReportSource } from "../../verification/report/report-source.js";
import { capital, type Wording } from "../language.js";
import type { ReportView } from "../report-view.js";
import type { Cell, RowGroup, Section } from "./document.js";
import { fieldName } from "./field-names.js";
import { NONE, outcomeCell, personName, reasonText, sourceName } from "./labels.js";

/** Every source that was asked, person by person, with what came of it. */
export function sourcesSection(view: ReportView, words: Wording): Section {
  return {
    id: "sources",
    heading: words.say("数据来源", "Sources"),
    annex: false,
    blocks: [
      {
        kind: "table",
        caption: words.say("查询的来源、结果和数据日期", "Sources, outcomes and as-of dates"),
        columns: [
          { heading: words.say("来源", "Source"), width: 22, align: "start" },
          { heading: words.say("结果", "Outcome"), width: 18, align: "start" },
          { heading: words.say("原始来源", "Original source"), width: 20, align: "start" },
          { heading: words.say("数据日期", "As of"), width: 15, align: "start" },
          { heading: words.say("说明", "Remarks"), width: 25, align: "start" },
        ],
        groups: sourceGroups(view, words),
      },
    ],
  };
}

/** The rows in the order of the report, a group a person. */
function sourceGroups(view: ReportView, words: Wording): readonly RowGroup[] {
  const groups = new Map<string, (readonly Cell[])[]>();
  for (const source of view.report.sources) {
    const heading = personName(view.report, source.person, words);
    const rows = groups.get(heading) ?? [];
    rows.push(sourceRow(source, words));
    groups.set(heading, rows);
  }
  return [...groups].map(([heading, rows]) => ({ heading: capital(heading), rows }));
}

function sourceRow(entry: ReportSource, words: Wording): readonly Cell[] {
  const { source, outcome, originalSource, asOf } = entry;
  return [
    { text: capital(sourceName(source, words)) },
    outcomeCell(outcome, words),
    { text: originalSource ?? NONE },
    { text: asOf ?? NONE },
    { text: remarks(entry, words) },
  ];
}

function remarks({ reason, inDispute, withheld }: ReportSource, words: Wording): string {
  const parts = [
    ...(reason === null ? [] : [reasonText(reason, words)]),
    ...(inDispute ? [words.say("数据有争议", "in dispute")] : []),
    ...withheld.map(({ field, reason: why }) => {
      const name = fieldName(field, words);
      const text = reasonText(why, words);
      return words.say(`未取得“${name}”：${text}`, `“${name}” did not come: ${text}`);
    }),
  ];
  return parts.join(words.say("；", "; "));
}
