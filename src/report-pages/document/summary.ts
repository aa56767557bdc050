import { AssistanceProgramme, VerificationOutcome } from "../../codes/code-tables.js";
import type { Report } from "../../verification/report/report.js";
import type { Wording } from "../language.js";
import type { ReportView } from "../report-view.js";
import type { Cell, Field, Notice, Section } from "./document.js";
import { NONE, placeName } from "./labels.js";

/** Complete or not, in both languages, as it stands on every sheet. */
export function stateWord({ state }: Report): string {
  return state === "COMPLETE" ? "完整 COMPLETE" : "不完整 INCOMPLETE";
}

/** What nobody may overlook: a newer version, whether anything is missing, that a finding is no judgement. */
export function summaryNotices(view: ReportView, words: Wording): readonly Notice[] {
  const superseded: Notice = {
    kind: "notice",
    weight: "STATE",
    heading: { mark: "WARNING", text: "已有新版本 SUPERSEDED" },
    texts: [
      words.say(
        "本报告已由新版本取代，请以新版本为准。",
        "A newer version has taken this report's place: use that one.",
      ),
    ],
  };
  return [
    ...(view.superseded ? [superseded] : []),
    stateNotice(view.report, words),
    {
      kind: "notice",
      weight: "PLAIN",
      heading: null,
      texts: [
        words.say(
          "“疑点”仅表示值得核实，不表示违法或申报不实。本系统不作任何决定；是否给予救助由有权机关的工作人员决定。",
          "A finding means “worth looking at”; it never means unlawful or false. The system decides nothing: a person of the competent authority does.",
        ),
      ],
    },
  ];
}

function stateNotice(report: Report, words: Wording): Notice {
  const { state, missing } = report;
  const heading: Cell = {
    mark: state === "COMPLETE" ? "DONE" : "WARNING",
    text: stateWord(report),
  };
  const text =
    state === "COMPLETE"
      ? words.say("应查询的来源均已答复。", "Every source that was to be asked has answered.")
      : words.say(
          `有 ${missing.length} 项信息没有取得（见“缺少的信息”），不能认定没有疑点。缺项不作为不利于家庭的依据，也不拖延其余事项；取得后补充核对。`,
          `${missing.length} pieces of information did not come (see “What is missing”), so that nothing can be called clean. What is missing never counts against the family nor delays the rest; the verification is completed when it comes.`,
        );
  return { kind: "notice", weight: "STATE", heading, texts: [text, outcomeText(report, words)] };
}

function outcomeText({ outcome, findings }: Report, words: Wording): string {
  const entry = VerificationOutcome.entries[outcome];
  const count = findings.length;
  return words.say(
    `核对结论：${entry.zh}${count > 0 ? `（${count} 项）` : ""}。`,
    `Outcome: ${entry.en}${count > 0 ? ` (${count})` : ""}.`,
  );
}

/** Number, programme, duty, case, household and days. */
export function summarySection(view: ReportView, words: Wording): Section {
  const { report, code, issuedOn, dutyTitle } = view;
  const { programme, duty, date, declaredOn } = report;
  const field = (label: string, text: string): Field => ({ label, values: [{ text }] });
  return {
    id: "summary",
    heading: words.say("基本信息", "Summary"),
    annex: false,
    blocks: [
      {
        kind: "fields",
        paired: true,
        fields: [
          field(words.say("报告编号", "Number"), report.number),
          field(words.say("核对码", "Verification code"), code),
          field(
            words.say("申请的救助", "Programme applied for"),
            programme
              ? words.of(AssistanceProgramme.entries[programme])
              : words.say("无（定期复核）", "none (re-verification)"),
          ),
          field(words.say("职责任务", "Duty"), dutyTitle ? `${duty} ${dutyTitle}` : duty),
          field(words.say("办件编号", "Case"), report.case),
          field(words.say("家庭编号", "Household"), report.householdId),
          field(words.say("所在地", "Place"), placeName(report, words)),
          field(words.say("申报日期", "Declared on"), declaredOn ?? NONE),
          field(words.say("核对日期", "Verified on"), date),
          field(words.say("签发日期", "Issued on"), issuedOn),
          field(words.say("有效期至", "Valid until"), report.validUntil),
        ],
      },
    ],
  };
}
