import { coverageCell, itemName, NONE, unitName } from "../../../report-pages/document/labels.js";
import { capital, wording } from "../../../report-pages/language.js";
import type { ReportItem } from "../../../verification/report/report-item.js";
import type { Report } from "../../../verification/report/report.js";
import { useLanguage, useWords } from "../../shared/language.js";
import { useFormats } from "../formats.js";
import { Signed } from "../mark.js";
import { CellContent } from "./blocks.js";
import { thresholdOf } from "./thresholds.js";
import { StackHead } from "../stack-head.js";

const TEXT = {
  heading: { zh: "申报与查得", en: "Declared and found" },
  caption: {
    zh: "申报与查得逐项比较",
    en: "What was declared beside what was found, item by item",
  },
  item: { zh: "项目", en: "Item" },
  declared: { zh: "申报", en: "Declared" },
  found: { zh: "查得", en: "Found" },
  difference: { zh: "差额", en: "Difference" },
  threshold: { zh: "容差或上限", en: "Threshold" },
  coverage: { zh: "来源答复", en: "How far known" },
  beyond: { zh: "超出", en: "beyond it" },
  within: { zh: "未超出", en: "within" },
  note: {
    zh: "差额 = 查得 − 申报。“—”表示没有申报或没有来源可查，不表示零。超出容差或上限只表示值得核实；是否列为疑点以下方疑点为准。",
    en: "Difference = found less declared. “—” means not declared or known to no source, never zero. Beyond a threshold means worth looking at: what counts are the findings below.",
  },
} as const;

/** Declared and found side by side, with the difference and what it is held against. */
export function ItemsTable({ report }: { readonly report: Report }) {
  const words = useWords(TEXT);
  const columns = ["item", "declared", "found", "difference", "threshold", "coverage"] as const;
  return (
    <section aria-labelledby="items-heading">
      <h3 id="items-heading" class="part">
        {words.heading}
      </h3>
      <table class="stacks" role="table">
        <caption class="hidden">{words.caption}</caption>
        <StackHead
          headings={columns.map((column, place) => ({
            heading: words[column],
            align: place > 0 && place < 4 ? "end" : undefined,
          }))}
        />
        <tbody role="rowgroup">
          {report.items.map((item) => (
            <ItemRow key={item.item} item={item} report={report} />
          ))}
        </tbody>
      </table>
      <p class="help">{words.note}</p>
    </section>
  );
}

function ItemRow({ item, report }: { readonly item: ReportItem; readonly report: Report }) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const { number } = useFormats();
  const say = wording(language);
  const threshold = thresholdOf(item, report);
  const { declared, found, difference, coverage } = item;
  const amount = (value: string | null) => (value === null ? NONE : number(value));
  return (
    <tr role="row" class={threshold?.isBeyond ? "beyond" : undefined}>
      <th role="rowheader" scope="row">
        {capital(itemName(item.item, say))} <span class="soft">{unitName(item.unit, say)}</span>
      </th>
      <td role="cell" class="end" data-label={words.declared}>
        {amount(declared)}
      </td>
      <td role="cell" class="end" data-label={words.found}>
        <strong>{amount(found)}</strong>
      </td>
      <td role="cell" class="end" data-label={words.difference}>
        {difference === null ? NONE : signed(number(difference))}
      </td>
      <td role="cell" data-label={words.threshold}>
        <span>
          {threshold ? threshold.text[language] : NONE}{" "}
          {threshold?.isBeyond === true && <Signed mark="WARNING" text={words.beyond} />}
          {threshold?.isBeyond === false && <Signed mark="DONE" text={words.within} />}
        </span>
      </td>
      <td role="cell" data-label={words.coverage}>
        <span>
          <CellContent cell={coverageCell(coverage, say)} />
        </span>
      </td>
    </tr>
  );
}

/** With its sign, so that more and less are not to be mixed up. */
const signed = (text: string) => (/^[^−]*[1-9]/.test(text) ? `+${text}` : text);
