import type { GraphQLSchema } from "graphql";
import { useWords } from "../shared/language.js";
import { Docs } from "./docs/docs.js";
import { ExamplesView } from "./examples/examples-view.js";
import { AnswerView } from "./run/answer-view.js";
import { HistoryView } from "./run/history-view.js";
import { Tabs } from "./tabs.js";
import { useWorkbench } from "./use-workbench.js";
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

/** Where a query is written, run and looked into. */
export function Workbench({ schema }: { readonly schema: GraphQLSchema }) {
  const { nothingLeft, reference, ...names } = useWords(TEXT);
  const bench = useWorkbench(schema);
  const { tab, runs, draft } = bench;
  return (
    <div class="workbench">
      <div ref={bench.write}>
        <WriteView
          schema={schema}
          draft={draft}
          runs={runs}
          note={bench.isNothingLeft ? nothingLeft : ""}
          onChange={bench.change}
          onRun={bench.run}
          onWhy={bench.why}
          onRemoveInvisible={bench.removeInvisible}
        />
      </div>
      <section aria-label={reference} ref={bench.reference}>
        <Tabs label={reference} names={names} chosen={tab} onChoose={bench.setTab}>
          {tab === "answer" && (
            <AnswerView
              run={runs.history[0]}
              isRunning={runs.isRunning}
              onWhy={bench.why}
              onRemoveRefused={bench.removeInvisible}
            />
          )}
          {tab === "examples" && <ExamplesView schema={schema} onTake={bench.take} />}
          {tab === "docs" && <Docs schema={schema} onWhy={bench.why} />}
          {tab === "why" && <Why coordinate={bench.asked} onChoose={bench.ask} />}
          {tab === "history" && <HistoryView {...runs} onTake={(run) => bench.take(run.draft)} />}
        </Tabs>
      </section>
    </div>
  );
}
