import { FindingCode, FindingSeverity } from "../../verification/finding-code.js";
import type { Evidence, FindingValue } from "../../verification/finding.js";
import type { ReportFinding } from "../../verification/report/report-finding.js";
import { capital, type Wording } from "../language.js";
import type { ReportDisposition, ReportView } from "../report-view.js";
import type { Block, Card, Cell, Field, Section } from "./document.js";
import { NONE, personName, sourceName } from "./labels.js";

/** Every finding with what it rests on, what to do, and what was done. */
export function findingsSection(view: ReportView, words: Wording): Section {
  const { findings } = view.report;
  return {
    id: "findings",
    heading: words.say(`疑点（${findings.length} 项）`, `Findings (${findings.length})`),
    annex: false,
    blocks:
      findings.length === 0
        ? [nothingFound(view, words)]
        : findings.map((finding, index) => findingCard(view, finding, index, words)),
  };
}

function nothingFound({ report }: ReportView, words: Wording): Block {
  const text =
    report.state === "COMPLETE"
      ? words.say("未发现疑点。", "Nothing worth looking at.")
      : words.say(
          "已答复的来源中未发现疑点；信息不完整，不能认定没有疑点。",
          "Nothing worth looking at in what came; with information missing, that is not the whole.",
        );
  return { kind: "paragraph", text };
}

function findingCard(
  view: ReportView,
  finding: ReportFinding,
  index: number,
  words: Wording,
): Card {
  const { severity, code, person, declared, found, evidence, basis, advice } = finding;
  return {
    kind: "card",
    heading: `${index + 1}. ${capital(words.of(finding.title))}`,
    label: { mark: severity, text: words.of(FindingSeverity.entries[severity]) },
    brief: [
      field(words.say("对象", "About"), [personName(view.report, person, words)]),
      field(words.say("代码", "Code"), [FindingCode.entries[code].code]),
      field(words.say("申报", "Declared"), [valueText(declared, words)]),
      field(words.say("查得", "Found"), [valueText(found, words)]),
    ],
    fields: [
      field(
        words.say("依据的记录", "Records"),
        evidence.map((one) => evidenceText(view, one, words)),
      ),
      ...(finding.inDispute ? [disputeField(words)] : []),
      field(
        words.say("法规和标准", "Basis"),
        basis.map((one) => words.of(one)),
      ),
      field(words.say("建议", "What to do"), [words.of(advice)]),
      {
        label: words.say("处置", "Disposition"),
        values: dispositionCells(view, finding, index, words),
      },
    ],
  };
}

function field(label: string, texts: readonly string[]): Field {
  return { label, values: texts.length === 0 ? [{ text: NONE }] : texts.map((text) => ({ text })) };
}

function valueText(value: FindingValue | null, words: Wording): string {
  return value ? words.of(value) : NONE;
}

function evidenceText(view: ReportView, evidence: Evidence, words: Wording): string {
  const { source, person, originalSource, asOf, text } = evidence;
  const origin = [
    sourceName(source, words),
    originalSource,
    personName(view.report, person, words),
  ];
  if (asOf) origin.push(words.say(`截至 ${asOf}`, `as of ${asOf}`));
  const known = origin.filter((part) => part !== null);
  return words.say(`${text.zh}（${known.join("，")}）`, `${text.en} (${known.join(", ")})`);
}

function disputeField(words: Wording): Field {
  const text = words.say(
    "所依据的数据正在校核，以校核结果为准。",
    "a record that it rests on is in dispute: what comes of that counts.",
  );
  return { label: words.say("数据争议", "Dispute"), values: [{ mark: "WARNING", text }] };
}

/** What was done about a finding, in the order of time; that nothing was yet, where nothing was. */
function dispositionCells(
  { dispositions }: ReportView,
  finding: ReportFinding,
  index: number,
  words: Wording,
): readonly Cell[] {
  const own = dispositions.filter((one) => concerns(one, finding, index));
  if (own.length === 0) return [{ mark: "OPEN", text: words.say("待处置", "not yet disposed of") }];
  return own.map(({ state, settled, reason, by, at }) => {
    const known = [by, momentInShanghai(at)].filter((part) => part !== "");
    return {
      mark: settled ? "DONE" : "OPEN",
      text: words.say(
        `${state.zh}：${reason}（${known.join("，")}）`,
        `${state.en}: ${reason} (${known.join(", ")})`,
      ),
    };
  });
}

function concerns({ finding: of }: ReportDisposition, finding: ReportFinding, index: number) {
  if (typeof of === "number") return of === index + 1;
  const { code, person } = of;
  return (
    code === finding.code &&
    person?.role === finding.person?.role &&
    person?.place === finding.person?.place
  );
}

/** `2026-11-02 09:30` in Asia/Shanghai, wherever the process runs. */
function momentInShanghai(moment: string): string {
  const shifted = new Date(Date.parse(moment) + 8 * 3_600_000).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 16)}`;
}
