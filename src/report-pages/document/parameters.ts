import type { Bilingual } from "../../verification/bilingual.js";
import type { ParameterUsed } from "../../verification/parameters/parameters.js";
import type { Wording } from "../language.js";
import type { ReportView } from "../report-view.js";
import type { Cell, Section } from "./document.js";
import { NONE } from "./labels.js";
import { parameterValue } from "./parameter-value.js";

const MARKS: Readonly<Record<ParameterUsed["mark"], Bilingual>> = {
  LAW: { zh: "法规", en: "law" },
  DOCUMENT: { zh: "政策文件", en: "policy document" },
  SECONDARY: { zh: "转引", en: "secondary source" },
  ILLUSTRATIVE: { zh: "示例，待配置", en: "illustrative, to be configured" },
};

const UNITS: Readonly<Record<string, string>> = {
  元: "yuan",
  "元/月": "yuan a month",
  "元/年": "yuan a year",
  倍: "times",
  年: "years",
  月: "months",
  天: "days",
  工作日: "working days",
  周岁: "years of age",
  "㎡": "m²",
  "%": "%",
  分: "points",
};

/** The parameters that the report was computed with, and where each comes from. */
export function parametersSection(view: ReportView, words: Wording): Section {
  return {
    id: "parameters",
    heading: words.say("附录：采用的参数及其来源", "Annex: parameters used and their sources"),
    annex: true,
    blocks: [
      {
        kind: "table",
        caption: words.say("采用的参数", "Parameters used"),
        columns: [
          { heading: words.say("参数", "Parameter"), width: 30, align: "start" },
          { heading: words.say("值", "Value"), width: 32, align: "start" },
          { heading: words.say("起用日", "Since"), width: 11, align: "start" },
          { heading: words.say("来源", "Source"), width: 27, align: "start" },
        ],
        groups: [
          {
            heading: null,
            rows: view.report.parameters.map((used) => parameterRow(view, used, words)),
          },
        ],
      },
    ],
  };
}

function parameterRow(
  { parameterEntries }: ReportView,
  used: ParameterUsed,
  words: Wording,
): readonly Cell[] {
  const { name, value, validFrom, mark } = used;
  const entry = parameterEntries.find((one) => one.name === name && one.validFrom === validFrom);
  const unit = entry?.unit ? unitText(entry.unit, words) : "";
  const source = entry ? words.of(entry.source) : NONE;
  const firmness = words.of(MARKS[mark]);
  return [
    { text: entry ? words.of(entry) : name },
    { text: `${parameterValue(name, value, words)}${unit}` },
    { text: validFrom },
    {
      text: source.startsWith(firmness)
        ? source
        : words.say(`［${firmness}］${source}`, `[${firmness}] ${source}`),
    },
  ];
}

/** A unit after its value; of things that are counted English says none. */
function unitText(unit: string, words: Wording): string {
  const text = words.say(unit, UNITS[unit] ?? "");
  return text === "" ? "" : ` ${text}`;
}
