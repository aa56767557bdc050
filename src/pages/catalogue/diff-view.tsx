import type { Period, RegisterDiff } from "../../policy/register/diff-register.js";
import { useLanguage, useWords } from "../shared/language.js";
import { AccessChanges, accessRows } from "./access-changes.js";
import { Actions } from "./actions.js";
import type { ComparedDocuments } from "./compare-documents.js";
import type { Model } from "./model.js";
import { BASIS } from "./terms.js";

const TEXT = {
  widens: {
    zh: "扩大：有部门得到原来没有的读取权限，或某个职责编号可能已指另一项任务。",
    en: "Widens: departments gain access, or an id may stand for another task now.",
  },
  keeps: { zh: "没有扩大任何部门的读取权限。", en: "No department gains access." },
  same: { zh: "两份文件没有差别。", en: "No difference." },
  documents: { zh: "所比较的文件", en: "The documents" },
  inForce: { zh: "现行", en: "In force" },
  other: { zh: (file: string) => `另一份（${file}）`, en: (file: string) => `Other (${file})` },
  duties: { zh: (count: number) => `${count} 项职责`, en: (count: number) => `${count} duties` },
  warnings: { zh: "读取时的提示", en: "Warnings of the parser" },
  line: { zh: (line: number) => `第 ${line} 行`, en: (line: number) => `line ${line}` },
  renumbered: { zh: "同一任务换了编号", en: "The same task has another id" },
  retitled: {
    zh: "同一编号换了标题，可能是另一项任务",
    en: "Same id, other title: it may be another task",
  },
  reworded: { zh: "任务措辞改变", en: "Reworded" },
  another: { zh: "可能是另一项任务", en: "it may be another task" },
  added: { zh: "新增的职责", en: "Duties added" },
  removed: { zh: "取消的职责", en: "Duties removed" },
  periods: { zh: "有效期改变", en: "Validity changed" },
  assignments: { zh: "责任部门改变", en: "Departments of a duty changed" },
  lead: {
    zh: (before: string, after: string) => `牵头 ${before} → ${after}`,
    en: (before: string, after: string) => `lead ${before} → ${after}`,
  },
} as const;

interface DiffViewProps {
  readonly model: Model;
  readonly compared: ComparedDocuments;
}

/** Two documents compared: whether access widens, what changed in the lists, then each department's fields. */
export function DiffView({ model, compared: { file, other, diff } }: DiffViewProps) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const { register } = model.catalogue;
  const changes = useListChanges(diff);
  const isSame = changes.length === 0 && diff.gained.length === 0 && diff.lost.length === 0;
  const documents = [
    { name: words.inForce, ...register },
    { name: words.other(file), ...other.register },
  ];
  return (
    <>
      <p class={`verdict ${diff.widens ? "widens" : ""}`}>
        {diff.widens ? `▲ ${words.widens}` : isSame ? words.same : words.keeps}
      </p>
      <Actions
        name={`documents-${model.catalogue.date}.csv`}
        rows={() => accessRows(model, diff)}
      />
      <h3>{words.documents}</h3>
      <ul>
        {documents.map(({ name, document, duties }) => (
          <li key={name}>
            {name}
            {language === "zh" ? "：" : ": "}
            <span lang="zh-CN">{document.title}</span> ({BASIS[document.basisStatus][language]},{" "}
            {words.duties(duties.length)}, SHA-256 <code>{document.sha256.slice(0, 12)}</code>)
          </li>
        ))}
      </ul>
      <AccessChanges model={model} diff={diff} />
      {changes.map(({ title, lines }) => (
        <section key={title}>
          <h3>{title}</h3>
          <ul lang="zh-CN">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
      {other.warnings.length > 0 && (
        <details>
          <summary>
            {words.warnings} ({other.warnings.length})
          </summary>
          <ul lang="en">
            {other.warnings.map(({ line, message }, index) => (
              <li key={index}>
                {words.line(line)}: {message}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** What changed in the lists themselves, as lines under headings; those without a line are left out. */
function useListChanges(diff: RegisterDiff) {
  const words = useWords(TEXT);
  const lists = [
    {
      title: words.renumbered,
      lines: diff.renumbered.map(({ from, to, title }) => `▲ ${from} → ${to} ${title}`),
    },
    {
      title: words.retitled,
      lines: diff.retitled.map(({ duty, before, after }) => `▲ ${duty} ${before} → ${after}`),
    },
    {
      title: words.reworded,
      lines: diff.reworded.map(({ duty, title, mayBeAnother }) =>
        mayBeAnother ? `▲ ${duty} ${title}（${words.another}）` : `${duty} ${title}`,
      ),
    },
    { title: words.added, lines: diff.added.map(({ duty, title }) => `${duty} ${title}`) },
    { title: words.removed, lines: diff.removed.map(({ duty, title }) => `${duty} ${title}`) },
    {
      title: words.periods,
      lines: diff.periods.map(
        ({ duty, before, after }) => `${duty} ${periodText(before)} → ${periodText(after)}`,
      ),
    },
    {
      title: words.assignments,
      lines: diff.assignments.map(({ duty, added, removed, lead }) =>
        [
          duty,
          ...added.map((name) => `＋${name}`),
          ...removed.map((name) => `－${name}`),
          ...(lead ? [words.lead(lead.before, lead.after)] : []),
        ].join(" "),
      ),
    },
  ];
  return lists.filter(({ lines }) => lines.length > 0);
}

const periodText = ({ validFrom, validTo }: Period): string =>
  `${validFrom ?? "…"}/${validTo ?? "…"}`;
