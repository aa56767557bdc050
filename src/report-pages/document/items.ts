import type { ReportItem } from "../../verification/report/report-item.js";
import { capital, type Wording } from "../language.js";
import type { ReportView } from "../report-view.js";
import type { Cell, Section } from "./document.js";
import { coverageCell, itemName, NONE, unitName } from "./labels.js";

/** Declared, found and difference, item by item. */
export function itemsSection({ report }: ReportView, words: Wording): Section {
  return {
    id: "items",
    heading: words.say("申报与查得", "Declared and found"),
    annex: false,
    blocks: [
      {
        kind: "table",
        caption: words.say("申报与查得的比较", "What was declared beside what was found"),
        columns: [
          { heading: words.say("项目", "Item"), width: 20, align: "start" },
          { heading: words.say("单位", "Unit"), width: 10, align: "start" },
          { heading: words.say("申报", "Declared"), width: 15, align: "end" },
          { heading: words.say("查得", "Found"), width: 15, align: "end" },
          { heading: words.say("差额", "Difference"), width: 15, align: "end" },
          { heading: words.say("来源答复", "How far known"), width: 25, align: "start" },
        ],
        groups: [{ heading: null, rows: report.items.map((item) => itemRow(item, words)) }],
      },
      {
        kind: "paragraph",
        text: words.say(
          "差额 = 查得 − 申报；“—”表示没有申报或没有来源可查，不表示零。",
          "Difference = found less declared; “—” means not declared or known to no source, never zero.",
        ),
      },
    ],
  };
}

function itemRow(item: ReportItem, words: Wording): readonly Cell[] {
  const { declared, found, difference, coverage } = item;
  return [
    { text: capital(itemName(item.item, words)) },
    { text: unitName(item.unit, words) },
    { text: declared ?? NONE },
    { text: found ?? NONE },
    { text: difference === null ? NONE : signed(difference) },
    coverageCell(coverage, words),
  ];
}

/** With its sign, so that more and less are not to be mixed up. */
function signed(difference: string): string {
  if (difference.startsWith("-")) return `−${difference.slice(1)}`;
  return /[1-9]/.test(difference) ? `+${difference}` : difference;
}
