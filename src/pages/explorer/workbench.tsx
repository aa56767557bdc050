import type { GraphQLSchema } from "graphql";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useWords } from "../shared/language.js";
import { useCredentials } from "../shared/session.js";
import { Docs } from "./docs/docs.js";
import { callerOf, ExamplesView } from "./examples/examples-view.js";
import { exampleQueries } from "./examples/example-queries.js";
import { useAskedAbout } from "./fragment.js";
import { AnswerView } from "./run/answer-view.js";
import { HistoryView } from "./run/history-view.js";
import { keepDraft, keptDraft } from "./run/kept-draft.js";
import type { Draft } from "./run/question.js";
import { useRuns } from "./run/runs.js";
import { visibleDraft } from "./visible-draft.js";
import { Tabs } from "./tabs.js";
import { Why } from "./why/why.js";
import { WriteView } from "./write/write-view.js";

const TEXT = {
  reference: { zh: "结果与说明", en: "Answer and reference" },
  answer: { zh: "结果", en: "Answer" },
  examples: { zh: "示例", en: "Examples" },
  docs: { zh: "数据结构", en: "Schema" },
  why: { zh: "为何不可读", en: "Why not" },
  history: { zh: "历史", en: "History" },
  nothingLeft: {
    zh: "去掉这些字段后，查询中什么也不剩。",
    en: "Nothing would be left of the query without these fields.",
  },
} as const;

type Tab = "answer" | "examples" | "docs" | "why" | "history";

/** Where a query is written, run and looked into. */
export function Workbench({ schema }: { readonly schema: GraphQLSchema }) {
  const { nothingLeft, reference, ...names } = useWords(TEXT);
  const [draft, setDraft] = useDraft(schema);
  const [asked, ask] = useAskedAbout();
  const [tab, setTab] = useState<Tab>(asked === "" ? "examples" : "why");
  const [note, setNote] = useState("");
  const runs = useRuns();
  const write = useRef<HTMLDivElement>(null);
  const see = useRef<HTMLDivElement>(null);
  const take = (next: Draft) => {
    change(next);
    show(write.current);
  };
  const change = (next: Draft) => {
    setNote("");
    setDraft(next);
  };
  const why = (coordinate: string) => {
    ask(coordinate);
    setTab("why");
    show(see.current);
  };
  const removeInvisible = () => {
    const left = visibleDraft(schema, draft);
    if (left) change(left);
    else setNote(nothingLeft);
  };
  const run = (operationName?: string) => {
    setTab("answer");
    show(see.current);
    void runs.run(draft, operationName);
  };
  return (
    <div class="workbench">
      <div ref={write}>
        <WriteView
          schema={schema}
          draft={draft}
          runs={runs}
          note={note}
          onChange={change}
          onRun={run}
          onWhy={why}
          onRemoveInvisible={removeInvisible}
        />
      </div>
      <section aria-label={reference} ref={see}>
        <Tabs label={reference} names={names} chosen={tab} onChoose={setTab}>
          {tab === "answer" && (
            <AnswerView
              run={runs.history[0]}
              isRunning={runs.isRunning}
              onWhy={why}
              onRemoveRefused={removeInvisible}
            />
          )}
          {tab === "examples" && <ExamplesView schema={schema} onTake={take} />}
          {tab === "docs" && <Docs schema={schema} onWhy={why} />}
          {tab === "why" && <Why coordinate={asked} onChoose={ask} />}
          {tab === "history" && <HistoryView {...runs} onTake={(made) => take(made.draft)} />}
        </Tabs>
      </section>
    </div>
  );
}

/** Brings a part into sight where it stands below or above it: on a narrow screen. */
function show(part: HTMLElement | null): void {
  const top = part?.getBoundingClientRect().top ?? 0;
  if (top < 0 || top > innerHeight * 0.8) part?.scrollIntoView();
}

/** What is written; at first what was written under this token, or else the first example. */
function useDraft(schema: GraphQLSchema): [Draft, (draft: Draft) => void] {
  const credentials = useCredentials();
  const first = useMemo(() => {
    const [example] = exampleQueries(schema, callerOf(credentials));
    return { query: example?.query ?? "", variables: "" };
  }, [schema]);
  const [draft, setDraft] = useState(() => keptDraft(credentials.token) ?? first);
  useEffect(() => keepDraft(credentials.token, draft), [draft]);
  return [draft, setDraft];
}
