import { languageTag, useLanguage, useWords } from "../../shared/language.js";
import type { Run, Runs } from "./runs.js";

const TEXT = {
  kept: {
    zh: "历史只在本页内存中，不写入浏览器：刷新、关闭页面、退出登录或更换职责后即消失。",
    en: "History is in this page's memory alone, never stored: it goes when you reload, close, sign out or change the duty.",
  },
  none: { zh: "还没有执行过查询。", en: "Nothing has been run." },
  again: { zh: "放回编辑器", en: "Put back" },
  clear: { zh: "清空历史", en: "Forget all" },
  answered: { zh: (status: number) => `HTTP ${status}`, en: (status: number) => `HTTP ${status}` },
  unreachable: { zh: "未连接", en: "not reached" },
  cancelled: { zh: "已停止", en: "stopped" },
} as const;

interface HistoryViewProps extends Pick<Runs, "history" | "forget"> {
  readonly onTake: (run: Run) => void;
}

/** What was run on this page, the latest first. */
export function HistoryView({ history, forget, onTake }: HistoryViewProps) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const time = new Intl.DateTimeFormat(languageTag(language), { timeStyle: "medium" });
  return (
    <>
      <p class="help">{words.kept}</p>
      {history.length === 0 && <p>{words.none}</p>}
      <ol class="rows">
        {history.map((run) => {
          const { draft, at, outcome } = run;
          const state =
            outcome.kind === "answered" ? words.answered(outcome.status) : words[outcome.kind];
          return (
            <li key={at.getTime()}>
              <span class="soft">
                {time.format(at)} {state}
              </span>
              <code class="line">{draft.query.replace(/\s+/g, " ").slice(0, 160)}</code>
              <button type="button" class="quiet" onClick={() => onTake(run)}>
                {words.again}
              </button>
            </li>
          );
        })}
      </ol>
      {history.length > 0 && (
        <button type="button" class="quiet" onClick={forget}>
          {words.clear}
        </button>
      )}
    </>
  );
}
