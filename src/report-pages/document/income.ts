import { IncomeBand } from "../../codes/code-tables.js";
import { compareMoney, type Money } from "../../codes/money.js";
import type { ReportIncome } from "../../verification/report/report-income.js";
import { capital, type Wording } from "../language.js";
import type { ReportView } from "../report-view.js";
import type { Block, Cell, Section } from "./document.js";
import { itemName } from "./labels.js";

/** The income per head as a sum that can be followed on paper, and the lines it is held against. */
export function incomeSection({ report }: ReportView, words: Wording): Section {
  const { income } = report;
  return {
    id: "income",
    heading: words.say("收入测算", "Income per head"),
    annex: false,
    blocks: income ? incomeBlocks(report.income, words) : [notComputed(words)],
  };
}

function notComputed(words: Wording): Block {
  return {
    kind: "paragraph",
    text: words.say(
      "没有申报，或者家庭成员不明，未测算收入。",
      "Nothing was declared, or no member is known: no income was computed.",
    ),
  };
}

function incomeBlocks(income: ReportIncome | null, words: Wording): readonly Block[] {
  if (!income) return [];
  const { band, complete, standard } = income;
  const result: Block = {
    kind: "fields",
    paired: false,
    fields: [
      {
        label: words.say("收入档次", "Income band"),
        values: [{ text: words.of(IncomeBand.entries[band]) }],
      },
      { label: words.say("比较", "Comparison"), values: [{ text: comparison(income, words) }] },
      ...(complete ? [] : [incompleteField(words)]),
    ],
  };
  return [
    result,
    {
      kind: "table",
      caption: words.say("月人均收入的计算", "How the monthly income per head is computed"),
      columns: [
        { heading: words.say("项目", "Step"), width: 30, align: "start" },
        { heading: words.say("算法", "How"), width: 46, align: "start" },
        { heading: words.say("元", "Yuan"), width: 24, align: "end" },
      ],
      groups: [
        { heading: words.say("全年家庭收入", "Income of the year"), rows: yearRows(income, words) },
        { heading: words.say("人均", "Per head"), rows: headRows(income, words) },
        { heading: words.say("标准", "Lines"), rows: lineRows(income, words) },
      ],
    },
    {
      kind: "paragraph",
      text: words.say(
        `《浙江省社会救助条例》按月人均收入审核；年标准 ${standard.annual} 元折合每月 ${standard.monthly} 元。`,
        `The regulation tests the monthly income per head; ${standard.annual} yuan a year are ${standard.monthly} a month.`,
      ),
    },
  ];
}

function incompleteField(words: Wording) {
  const text = words.say(
    "有收入来源未答复，实际档次可能更高。",
    "A source of income did not answer: the true band may be a higher one.",
  );
  return {
    label: words.say("注意", "Note"),
    values: [{ mark: "WARNING", text } as const],
  };
}

function comparison(income: ReportIncome, words: Wording): string {
  const { monthlyPerHead, standard, marginalLineMonthly } = income;
  const to = (line: Money) =>
    compareMoney(monthlyPerHead, line) <= 0
      ? words.say("不高于", "not above")
      : words.say("高于", "above");
  return words.say(
    `月人均收入 ${monthlyPerHead} 元，${to(standard.monthly)}低保标准 ${standard.monthly} 元/月（${standard.annual} 元/年），${to(marginalLineMonthly)}低保边缘标准 ${marginalLineMonthly} 元/月。`,
    `${monthlyPerHead} yuan a month and head: ${to(standard.monthly)} the standard of ${standard.monthly} a month (${standard.annual} a year), ${to(marginalLineMonthly)} the marginal line of ${marginalLineMonthly} a month.`,
  );
}

type Row = readonly Cell[];

const row = (name: string, how: string, amount: string): Row => [
  { text: capital(name) },
  { text: how },
  { text: amount },
];

function yearRows(income: ReportIncome, words: Wording): readonly Row[] {
  const { assessed, exclusions, disregards, annual } = income;
  return [
    ...assessed.map(({ kind, amount }) =>
      row(
        itemName(kind, words),
        words.say("申报与查得取其高", "the higher of declared and found"),
        amount,
      ),
    ),
    row(
      words.say("减：不计入的收入", "less: excluded income"),
      words.say("申报的不计入项目", "as declared, of the kinds that are not counted"),
      less(exclusions),
    ),
    row(
      words.say("减：就业收入扣减", "less: disregarded wages"),
      words.say("新就业，条例第五十条", "new employment, article 50 of the regulation"),
      less(disregards),
    ),
    row(
      words.say("全年合计", "sum of the year"),
      words.say("不低于零", "not below nothing"),
      annual,
    ),
  ];
}

function headRows(income: ReportIncome, words: Wording): readonly Row[] {
  const { annual, members, annualPerHead, monthlyPerHead } = income;
  return [
    row(
      words.say("年人均", "a year and head"),
      words.say(
        `${annual} ÷ ${members} 名共同生活家庭成员`,
        `${annual} ÷ ${members} co-living members`,
      ),
      annualPerHead,
    ),
    row(
      words.say("月人均", "a month and head"),
      words.say(
        `${annual} ÷ ${members} ÷ 12，四舍五入到分`,
        `${annual} ÷ ${members} ÷ 12, rounded to the fen`,
      ),
      monthlyPerHead,
    ),
  ];
}

function lineRows(income: ReportIncome, words: Wording): readonly Row[] {
  const { standard, marginalLineMonthly } = income;
  return [
    row(
      words.say("低保标准（月）", "standard, a month"),
      words.say(`${standard.annual} 元/年 ÷ 12`, `${standard.annual} a year ÷ 12`),
      standard.monthly,
    ),
    row(
      words.say("低保边缘标准（月）", "marginal line, a month"),
      words.say(
        "年标准的倍数 ÷ 12（倍数见附录）",
        "a multiple (see the annex) of the year's standard ÷ 12",
      ),
      marginalLineMonthly,
    ),
  ];
}

const less = (amount: Money) => (compareMoney(amount, "0.00") === 0 ? amount : `−${amount}`);
