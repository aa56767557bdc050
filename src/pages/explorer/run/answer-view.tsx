import type { AnswerRecord, Outcome } from "../../shared/api.js";
import { useWords } from "../../shared/language.js";
import { CodeEditor } from "../editor/code-editor.js";
import { ANSWER } from "../editor/languages.js";
import { ProblemGroups } from "./problem-groups.js";
import { Refusals } from "./refusals.js";
import type { Run } from "./runs.js";

const TEXT = {
  none: {
    zh: "还没有执行查询。写好后按“执行”，或 Ctrl+Enter。",
    en: "Nothing has been run. Press Run, or Ctrl+Enter.",
  },
  running: { zh: "正在查询……", en: "Asking…" },
  unreachable: {
    zh: "无法连接枢纽。请检查网络后重试。",
    en: "The hub cannot be reached. Check the network and try again.",
  },
  cancelled: { zh: "已停止，没有结果。", en: "Stopped: there is no answer." },
  summary: {
    zh: (status: number, milliseconds: number, problems: number) =>
      `HTTP ${status}，${milliseconds} 毫秒，${problems === 0 ? "没有错误" : `${problems} 个错误`}`,
    en: (status: number, milliseconds: number, problems: number) =>
      `HTTP ${status}, ${milliseconds} ms, ${problems === 0 ? "no errors" : `${problems} ${problems === 1 ? "error" : "errors"}`}`,
  },
  data: { zh: "数据", en: "Data" },
  noData: { zh: "没有返回数据。", en: "No data was answered." },
  record: { zh: "记录", en: "On record" },
  duty: { zh: "职责", en: "Duty" },
  policy: { zh: "政策", en: "Policy" },
  audit: { zh: "访问记录编号", en: "Access record" },
} as const;

interface AnswerViewProps {
  /** The latest run; undefined before the first. */
  readonly run: Run | undefined;
  readonly isRunning: boolean;
  readonly onWhy: (coordinate: string) => void;
  /** Takes what was refused out of the query. */
  readonly onRemoveRefused: () => void;
}

/** What became of a query: its state is announced, its errors stand before its data. */
export function AnswerView({ run, isRunning, onWhy, onRemoveRefused }: AnswerViewProps) {
  const words = useWords(TEXT);
  const outcome = run?.outcome;
  return (
    <>
      <p class="summary" role="status">
        {isRunning ? words.running : run ? said(run, words) : words.none}
      </p>
      {!isRunning && outcome?.kind === "answered" && (
        <Answered outcome={outcome} onWhy={onWhy} onRemoveRefused={onRemoveRefused} />
      )}
    </>
  );
}

function said({ outcome, milliseconds }: Run, words: ReturnType<typeof useWords<typeof TEXT>>) {
  if (outcome.kind !== "answered") return words[outcome.kind];
  return words.summary(outcome.status, milliseconds, outcome.problems.length);
}

function Answered({
  outcome,
  onWhy,
  onRemoveRefused,
}: Pick<AnswerViewProps, "onWhy" | "onRemoveRefused"> & {
  readonly outcome: Extract<Outcome<unknown>, { kind: "answered" }>;
}) {
  const words = useWords(TEXT);
  const { data, problems, record } = outcome;
  const refused = problems.filter(({ code }) => code === "FIELD_NOT_AUTHORIZED");
  const others = problems.filter(({ code }) => code !== "FIELD_NOT_AUTHORIZED");
  return (
    <>
      {refused.length > 0 && (
        <Refusals refused={refused} onWhy={onWhy} onRemove={onRemoveRefused} />
      )}
      {others.length > 0 && <ProblemGroups problems={others} onWhy={onWhy} />}
      <OnRecord record={record} />
      <h3>{words.data}</h3>
      {data === null ? (
        <p>{words.noData}</p>
      ) : (
        <CodeEditor label={words.data} value={JSON.stringify(data, null, 2)} language={ANSWER} />
      )}
    </>
  );
}

/** `extensions.hub` of the answer. */
function OnRecord({ record }: { readonly record: AnswerRecord }) {
  const words = useWords(TEXT);
  const { duty, policy, audit } = record;
  if (audit === undefined) return null;
  return (
    <section aria-label={words.record}>
      <dl class="facts">
        <dt>{words.duty}</dt>
        <dd>{duty}</dd>
        <dt>{words.audit}</dt>
        <dd>
          <code>{audit}</code>
        </dd>
        <dt>{words.policy}</dt>
        <dd>
          <code>{policy?.slice(0, 16)}…</code>
        </dd>
      </dl>
    </section>
  );
}
