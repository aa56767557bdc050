import { useId } from "preact/hooks";
import { useLanguage, useWords } from "../shared/language.js";
import type { ComparedField } from "./compare-access.js";
import { DutyLinks } from "./duty-links.js";
import type { Model } from "./model.js";
import { SHARING } from "./terms.js";

const TEXT = {
  field: { zh: "字段", en: "Field" },
  sharing: { zh: "共享属性", en: "Sharing" },
  owner: { zh: "数据提供部门", en: "Provided by" },
  refused: { zh: "不可读", en: "may not read" },
  nothing: { zh: "没有。", en: "None." },
} as const;

interface ComparedTableProps {
  readonly title: string;
  readonly model: Model;
  readonly a: string;
  readonly b: string;
  readonly rows: readonly ComparedField[];
}

/** Fields whose access differs, with the duties of either department. */
export function ComparedTable({ title, model, a, b, rows }: ComparedTableProps) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const id = useId();
  const duties = (ids: readonly string[]) =>
    ids.length === 0 ? (
      <span class="soft">{words.refused}</span>
    ) : (
      <DutyLinks model={model} ids={ids} />
    );
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {rows.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <div class="scroll" tabIndex={0} role="group" aria-labelledby={id}>
          <table class="compared">
            <thead>
              <tr>
                <th scope="col">{words.field}</th>
                <th scope="col">{words.owner}</th>
                <th scope="col">{words.sharing}</th>
                <th scope="col" lang="zh-CN">
                  {a}
                </th>
                <th scope="col" lang="zh-CN">
                  {b}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ field, one, other }) => (
                <tr key={field.coordinate}>
                  <th scope="row">
                    {field[language]} <code>{field.coordinate}</code>
                  </th>
                  <td lang="zh-CN">{field.owner}</td>
                  <td>{SHARING[field.sharing][language]}</td>
                  <td>{duties(one)}</td>
                  <td>{duties(other)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
