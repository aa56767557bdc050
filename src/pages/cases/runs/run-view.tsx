import { useState } from "preact/hooks";
import { ReverificationState } from "../../../codes/verification-codes.js";
import { useWords } from "../../shared/language.js";
import { useFormats } from "../formats.js";
import { PagedVerifications } from "../list/paged-verifications.js";
import { CASE_OPERATIONS } from "../operations.js";
import { Failed, Loading } from "../refusals.js";
import { FieldList } from "../report/blocks.js";
import { fragmentOf } from "../route.js";
import { useTerm } from "../state-words.js";
import { useQuestion } from "../use-question.js";
import { CourseChart } from "./course-chart.js";
import { Failures } from "./failures.js";
import type { WholeRun } from "./run.js";
import { RunSwitch } from "./run-switch.js";
import { useScopeWords } from "./scope-words.js";
import { SeverityChart } from "./severity-chart.js";
import { usePolling } from "./use-polling.js";

const TEXT = {
  title: { zh: "复核批次", en: "Re-verification" },
  back: { zh: "返回批量复核", en: "Back to the re-verifications" },
  none: { zh: "没有此复核批次。", en: "There is no such re-verification." },
  progress: { zh: "进度", en: "Progress" },
  of: {
    zh: (settled: string, total: string) => `已处理 ${settled} 户，共 ${total} 户`,
    en: (settled: string, total: string) => `${settled} of ${total} households`,
  },
  scope: { zh: "范围", en: "Scope" },
  by: { zh: "发起者", en: "Started by" },
  started: { zh: "开始", en: "Started" },
  finished: { zh: "完成", en: "Finished" },
  done: { zh: "已出具报告", en: "Reports made" },
  unchanged: { zh: "无变化", en: "Unchanged" },
  failed: { zh: "未能复核", en: "Failed" },
  withFindings: { zh: "报告有疑点", en: "Reports with findings" },
  incomplete: { zh: "报告信息不完整", en: "Incomplete reports" },
  left: { zh: "预计剩余", en: "Time left" },
  soFar: { zh: "列出目前已出具的报告", en: "List the reports made so far" },
  results: { zh: "复核结果", en: "Results" },
} as const;

/** A re-verification: how far it is, what came of it, and how to stop it. */
export function RunView({ id }: { readonly id: string }) {
  const words = useWords(TEXT);
  const { data, outcome, isAsking, again } = useQuestion<{
    readonly reverification: WholeRun | null;
  }>(CASE_OPERATIONS.run, { id });
  const run = data?.reverification;
  usePolling(run?.state === "RUNNING", () => !isAsking && again());
  return (
    <>
      <p class="buttons no-print">
        <a href={fragmentOf({ view: "runs" })}>{words.back}</a>
      </p>
      {outcome === null && <Loading />}
      <Failed outcome={outcome} onAgain={again} />
      {data && run === null && outcome?.kind === "answered" && outcome.problems.length === 0 && (
        <p role="status">{words.none}</p>
      )}
      {run && <Whole run={run} onChanged={again} />}
    </>
  );
}

function Whole({ run, onChanged }: { readonly run: WholeRun; readonly onChanged: () => void }) {
  const words = useWords(TEXT);
  const term = useTerm();
  const { number } = useFormats();
  const { state, total, pending, course, findingsBySeverity, failures, failed } = run;
  const settled = total - pending;
  return (
    <article>
      <h2>
        {words.title} <span class="soft">{term(ReverificationState.entries[state])}</span>
      </h2>
      <p role="status">{words.of(number(settled), number(total))}</p>
      <progress aria-label={words.progress} value={settled} max={Math.max(total, 1)} />
      <RunSwitch run={run} onChanged={onChanged} />
      <FieldList fields={useFacts(run)} paired />
      <div class="charts">
        <CourseChart course={course} total={total} />
        <SeverityChart counts={findingsBySeverity} />
      </div>
      <Failures failures={failures} failed={failed} />
      <Results key={state} run={run} />
    </article>
  );
}

/** The reports that were made; those made so far, when asked for, while it goes on. */
function Results({ run: { id, state } }: { readonly run: WholeRun }) {
  const words = useWords(TEXT);
  const [times, setTimes] = useState(state === "RUNNING" ? 0 : 1);
  return (
    <section aria-labelledby="results-heading">
      <h3 id="results-heading" class="part">
        {words.results}
      </h3>
      {state === "RUNNING" && (
        <button type="button" class="quiet" onClick={() => setTimes(times + 1)}>
          {words.soFar}
        </button>
      )}
      {times > 0 && <PagedVerifications key={times} filter={{ run: id }} />}
    </section>
  );
}

function useFacts(run: WholeRun) {
  const words = useWords(TEXT);
  const scope = useScopeWords();
  const { number, moment, span } = useFormats();
  const field = (label: string, text: string) => ({ label, values: [{ text }] });
  const { finishedAt, secondsLeft, state } = run;
  return [
    field(words.scope, scope(run)),
    field(words.by, run.requestedBy),
    field(words.started, moment(run.startedAt)),
    ...(finishedAt ? [field(words.finished, moment(finishedAt))] : []),
    ...(state === "RUNNING" && secondsLeft !== null ? [field(words.left, span(secondsLeft))] : []),
    field(words.done, number(run.done)),
    field(words.withFindings, number(run.withFindings)),
    field(words.incomplete, number(run.incomplete)),
    field(words.unchanged, number(run.unchanged)),
    field(words.failed, number(run.failed)),
  ];
}
