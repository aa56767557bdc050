import { AssistanceProgramme } from "../../codes/code-tables.js";
import type { Condition, Eligibility } from "../../verification/programmes/eligibility.js";
import type { GradualExitState } from "../../verification/programmes/gradual-exit.js";
import type { Bilingual } from "../../verification/bilingual.js";
import type {
  ReportGradualExit,
  ReportRelief,
} from "../../verification/report/report-programmes.js";
import { capital, type Wording } from "../language.js";
import type { ReportView } from "../report-view.js";
import type { Block, Cell, Field, RowGroup, Section } from "./document.js";
import { NONE, personName } from "./labels.js";
import type { Mark } from "./marks.js";

const VERDICTS: Readonly<Record<Eligibility["verdict"], Bilingual>> = {
  CONDITIONS_MET: { zh: "数据显示条件具备", en: "the data says: conditions met" },
  CONDITIONS_NOT_MET: { zh: "数据显示有条件不具备", en: "the data says: a condition is not met" },
  UNDETERMINED: { zh: "数据不足，尚不能确定", en: "the data cannot tell" },
};

const EXIT_STATES: Readonly<Record<GradualExitState, Bilingual>> = {
  WITHIN_LINE: { zh: "收入未超标准", en: "within the line" },
  IN_GRADUAL_EXIT: { zh: "渐退期内", en: "in gradual exit" },
  OVER: { zh: "渐退期已满", en: "gradual exit over" },
};

/** Relief drawn, the conditions as far as the data says, gradual exit. */
export function programmesSection(view: ReportView, words: Wording): Section {
  const { relief, eligibility, gradualExits } = view.report;
  const fields = [
    reliefField(relief, words),
    ...gradualExits.map((exit) => exitField(exit, words)),
  ];
  return {
    id: "programmes",
    heading: words.say("救助类别条件（供参考，不是决定）", "Programmes (information, no decision)"),
    annex: false,
    blocks: [
      { kind: "fields", paired: false, fields },
      ...(eligibility.length === 0 ? [] : [conditionsTable(view, words)]),
    ],
  };
}

function reliefField(relief: readonly ReportRelief[], words: Wording): Field {
  const values = relief.map(({ programme, startMonth, endMonth, monthlyAmount }) => {
    const name = programmeName(programme, words);
    const months = `${startMonth ?? NONE}～${endMonth ?? ""}`;
    const amount = monthlyAmount
      ? words.say(`，每月 ${monthlyAmount} 元`, `, ${monthlyAmount} yuan a month`)
      : "";
    return { text: words.say(`${name}（${months}${amount}）`, `${name} (${months}${amount})`) };
  });
  return {
    label: words.say("正在享受", "Drawn now"),
    values: values.length > 0 ? values : [{ text: words.say("无", "none") }],
  };
}

function exitField(exit: ReportGradualExit, words: Wording): Field {
  const { programme, state, until, lastMonth, registered } = exit;
  const standing = registered
    ? words.say("已登记", "registered")
    : words.say("自核对之日起计算，尚未登记", "counted from this verification, not registered yet");
  const name = programmeName(programme, words);
  const text = words.say(
    `${name}：${EXIT_STATES[state].zh}，截止 ${until}，最后发放月份 ${lastMonth}（${standing}）`,
    `${name}: ${EXIT_STATES[state].en}, until ${until}, last month paid ${lastMonth} (${standing})`,
  );
  return { label: words.say("渐退", "Gradual exit"), values: [{ text }] };
}

function programmeName(programme: AssistanceProgramme | null, words: Wording): string {
  return programme ? words.of(AssistanceProgramme.entries[programme]) : NONE;
}

function conditionsTable(view: ReportView, words: Wording): Block {
  return {
    kind: "table",
    caption: words.say("救助类别的条件", "Conditions of the programmes"),
    columns: [
      { heading: words.say("条件与数据", "Condition and data"), width: 48, align: "start" },
      { heading: words.say("是否具备", "Met"), width: 18, align: "start" },
      { heading: words.say("依据", "Basis"), width: 34, align: "start" },
    ],
    groups: view.report.eligibility.map((one) => eligibilityGroup(view, one, words)),
  };
}

function eligibilityGroup(view: ReportView, eligibility: Eligibility, words: Wording): RowGroup {
  const { programme, verdict, conditions, persons, monthlyBenefit } = eligibility;
  const parts = [words.of(VERDICTS[verdict])];
  if (persons.length > 0) {
    const names = persons
      .map((person) => personName(view.report, person, words))
      .join(words.say("、", ", "));
    parts.push(words.say(`对象：${names}`, `for ${names}`));
  }
  if (monthlyBenefit !== null) {
    parts.push(
      words.say(`按差额每月 ${monthlyBenefit} 元`, `shortfall ${monthlyBenefit} yuan a month`),
    );
  }
  const name = capital(programmeName(programme, words));
  return {
    heading: words.say(`${name}：${parts.join("；")}`, `${name}: ${parts.join("; ")}`),
    rows: conditions.map((condition) => conditionRow(condition, words)),
  };
}

function conditionRow({ met, text, basis }: Condition, words: Wording): readonly Cell[] {
  return [{ text: words.of(text) }, metCell(met, words), { text: words.of(basis) }];
}

function metCell(met: boolean | null, words: Wording): Cell {
  const [mark, zh, en]: [Mark, string, string] =
    met === null
      ? ["OPEN", "待确定", "open"]
      : met
        ? ["DONE", "具备", "met"]
        : ["NOT_DONE", "不具备", "not met"];
  return { mark, text: words.say(zh, en) };
}
