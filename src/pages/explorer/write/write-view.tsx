import type { GraphQLSchema } from "graphql";
import { useMemo, useState } from "preact/hooks";
import { SelectField } from "../../shared/fields.js";
import { useLanguage, useWords } from "../../shared/language.js";
import { CodeEditor } from "../editor/code-editor.js";
import { queryLanguage, VALUES } from "../editor/languages.js";
import { readDraft, writeDraft, type Draft } from "../run/question.js";
import type { Runs } from "../run/runs.js";
import { invisibleFields } from "../visible-part.js";
import { useSettled } from "./settled.js";
import { InvisibleFields } from "./invisible-fields.js";

const TEXT = {
  title: { zh: "查询", en: "Query" },
  variables: { zh: "变量（JSON）", en: "Variables (JSON)" },
  run: { zh: "执行", en: "Run" },
  stop: { zh: "停止", en: "Stop" },
  tidy: { zh: "整理格式", en: "Tidy" },
  operation: { zh: "执行哪一个操作", en: "Which operation to run" },
  keys: {
    zh: "Ctrl+Enter 执行，Ctrl+空格 提示可用字段，Tab 离开编辑器。",
    en: "Ctrl+Enter runs, Ctrl+Space offers fields, Tab leaves the editor.",
  },
  query: { zh: "查询语句写法有误：", en: "The query is not written correctly: " },
  values: { zh: "变量须是一个 JSON 对象：", en: "The variables must be a JSON object: " },
} as const;

const NONE: readonly string[] = [];

interface WriteViewProps {
  readonly schema: GraphQLSchema;
  readonly draft: Draft;
  readonly runs: Runs;
  /** What to say beside the query; empty for nothing. */
  readonly note: string;
  readonly onChange: (draft: Draft) => void;
  readonly onRun: (operationName?: string) => void;
  readonly onWhy: (coordinate: string) => void;
  readonly onRemoveInvisible: () => void;
}

/** The query and its variables, with what can be done to them. */
export function WriteView(props: WriteViewProps) {
  const { schema, draft, runs, note, onChange, onRun, onWhy, onRemoveInvisible } = props;
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const [chosen, setChosen] = useState("");
  const knowing = useMemo(() => queryLanguage(schema, language), [schema, language]);
  const question = useMemo(() => readDraft(draft), [draft]);
  const isRead = !("kind" in question);
  const operations = isRead ? question.operations : [];
  const operation = operations.includes(chosen) ? chosen : operations[0];
  const invisible = useSettled(isRead ? invisibleFields(schema, question.document) : NONE);
  const run = () => onRun(operations.length > 1 ? operation : undefined);
  return (
    <section aria-labelledby="explorer-query">
      <h2 id="explorer-query">{words.title}</h2>
      <div class="tools">
        <button type="button" onClick={run}>
          {words.run}
        </button>
        {runs.isRunning && (
          <button type="button" class="quiet" onClick={runs.stop}>
            {words.stop}
          </button>
        )}
        <button
          type="button"
          class="quiet"
          disabled={!isRead}
          onClick={() => isRead && onChange(writeDraft(question))}
        >
          {words.tidy}
        </button>
      </div>
      {operations.length > 1 && (
        <SelectField label={words.operation} value={operation ?? ""} onChange={setChosen}>
          {operations.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </SelectField>
      )}
      <CodeEditor
        label={words.title}
        value={draft.query}
        language={knowing}
        onChange={(query) => onChange({ ...draft, query })}
        onRun={run}
      />
      <p class="help">{words.keys}</p>
      {runs.fault && !isRead && (
        <p class="problems" role="alert">
          {runs.fault.kind === "query" ? words.query : words.values}
          <span lang="en">{runs.fault.message}</span>
        </p>
      )}
      {note !== "" && <p role="alert">{note}</p>}
      <h3>{words.variables}</h3>
      <div class="short">
        <CodeEditor
          label={words.variables}
          value={draft.variables}
          language={VALUES}
          onChange={(variables) => onChange({ ...draft, variables })}
          onRun={run}
        />
      </div>
      <InvisibleFields coordinates={invisible} onWhy={onWhy} onRemove={onRemoveInvisible} />
    </section>
  );
}
