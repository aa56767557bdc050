import { ReverificationState } from "../../../codes/verification-codes.js";
import { useWords } from "../../shared/language.js";
import { useFormats } from "../formats.js";
import { CASE_OPERATIONS } from "../operations.js";
import { Failed, Loading } from "../refusals.js";
import { fragmentOf } from "../route.js";
import { useTerm } from "../state-words.js";
import { useQuestion } from "../use-question.js";
import type { Run } from "./run.js";
import { useScopeWords } from "./scope-words.js";
import { StartForm } from "./start-form.js";
import { usePolling } from "./use-polling.js";
import { StackHead } from "../stack-head.js";

const TEXT = {
  title: { zh: "批量复核", en: "Re-verifications" },
  introduction: {
    zh: "对一批在册家庭重新核对，每户恰好出具一份报告；可以取消和恢复。",
    en: "Many households on file are verified again, each with exactly one report; it can be cancelled and resumed.",
  },
  latest: { zh: "最近的复核批次", en: "The latest re-verifications" },
  none: { zh: "还没有复核批次。", en: "There is none yet." },
  started: { zh: "开始时间", en: "Started" },
  scope: { zh: "范围", en: "Scope" },
  state: { zh: "状态", en: "State" },
  progress: { zh: "进度", en: "Progress" },
  findings: { zh: "有疑点", en: "With findings" },
  failed: { zh: "未能复核", en: "Failed" },
  by: { zh: "发起者", en: "Started by" },
  of: {
    zh: (settled: string, total: string) => `${settled} / ${total} 户`,
    en: (settled: string, total: string) => `${settled} of ${total}`,
  },
} as const;

/** The latest re-verifications, and the form to start one. */
export function Runs() {
  const words = useWords(TEXT);
  const { data, outcome, isAsking, again } = useQuestion<{
    readonly reverifications: readonly Run[];
  }>(CASE_OPERATIONS.runs, {});
  const runs = data?.reverifications;
  const isGoingOn = runs?.some(({ state }) => state === "RUNNING") ?? false;
  usePolling(isGoingOn, () => !isAsking && again());
  return (
    <section aria-labelledby="runs-title">
      <h2 id="runs-title">{words.title}</h2>
      <p>{words.introduction}</p>
      <StartForm />
      <h3 class="part">{words.latest}</h3>
      {outcome === null && <Loading />}
      <Failed outcome={outcome} onAgain={again} />
      {runs?.length === 0 && <p class="soft">{words.none}</p>}
      {runs && runs.length > 0 && <RunTable runs={runs} />}
    </section>
  );
}

function RunTable({ runs }: { readonly runs: readonly Run[] }) {
  const words = useWords(TEXT);
  return (
    <table class="stacks" role="table">
      <caption class="hidden">{words.latest}</caption>
      <StackHead
        headings={(
          ["started", "scope", "state", "progress", "findings", "failed", "by"] as const
        ).map((column) => ({ heading: words[column] }))}
      />
      <tbody role="rowgroup">
        {runs.map((run) => (
          <RunRow key={run.id} run={run} />
        ))}
      </tbody>
    </table>
  );
}

function RunRow({ run }: { readonly run: Run }) {
  const words = useWords(TEXT);
  const term = useTerm();
  const scope = useScopeWords();
  const { moment, number } = useFormats();
  const { id, state, total, pending, withFindings, failed, requestedBy } = run;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <a href={fragmentOf({ view: "run", id })}>{moment(run.startedAt)}</a>
      </th>
      <td role="cell" data-label={words.scope}>
        {scope(run)}
      </td>
      <td role="cell" data-label={words.state}>
        {term(ReverificationState.entries[state])}
      </td>
      <td role="cell" data-label={words.progress}>
        {words.of(number(total - pending), number(total))}
      </td>
      <td role="cell" data-label={words.findings}>
        {number(withFindings)}
      </td>
      <td role="cell" data-label={words.failed}>
        {number(failed)}
      </td>
      <td role="cell" data-label={words.by}>
        {requestedBy}
      </td>
    </tr>
  );
}
