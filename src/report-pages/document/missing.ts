import type { Missing } from "../../verification/report/missing.js";
import { capital, type Wording } from "../language.js";
import type { ReportView } from "../report-view.js";
import type { Block, Cell, Section } from "./document.js";
import { fieldName } from "./field-names.js";
import { outcomeCell, personName, reasonText, sourceName } from "./labels.js";

/** What a complete report would rest on and that did not come, with how it can be had. */
export function missingSection(view: ReportView, words: Wording): Section {
  const { missing } = view.report;
  const nothing: Block = {
    kind: "paragraph",
    text: words.say("没有缺少的信息。", "Nothing is missing."),
  };
  return {
    id: "missing",
    heading: words.say(`缺少的信息（${missing.length} 项）`, `What is missing (${missing.length})`),
    annex: false,
    blocks: missing.length === 0 ? [nothing] : [missingTable(view, words)],
  };
}

function missingTable(view: ReportView, words: Wording): Block {
  return {
    kind: "table",
    caption: words.say("缺少的信息", "What is missing"),
    columns: [
      { heading: words.say("来源", "Source"), width: 20, align: "start" },
      { heading: words.say("对象", "About"), width: 18, align: "start" },
      { heading: words.say("结果", "Outcome"), width: 16, align: "start" },
      { heading: words.say("原因", "Reason"), width: 18, align: "start" },
      { heading: words.say("办法", "What to do"), width: 28, align: "start" },
    ],
    groups: [
      { heading: null, rows: view.report.missing.map((one) => missingRow(view, one, words)) },
    ],
  };
}

function missingRow(view: ReportView, missing: Missing, words: Wording): readonly Cell[] {
  const { source, person, field, outcome, reason, advice } = missing;
  const name = capital(sourceName(source, words));
  const part = field === null ? null : fieldName(field, words);
  return [
    { text: part === null ? name : words.say(`${name}：${part}`, `${name}: ${part}`) },
    { text: personName(view.report, person, words) },
    outcomeCell(outcome, words),
    { text: reasonText(reason, words) },
    { text: words.of(advice) },
  ];
}
