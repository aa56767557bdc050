import { useEffect, useState } from "preact/hooks";
import { askHub, type Outcome } from "../shared/api.js";
import type { Credentials } from "../shared/credentials.js";
import { languageTag, useLanguage, useWords } from "../shared/language.js";
import { Problems } from "../shared/problems.js";
import { useSession } from "../shared/session.js";
import { Actions } from "./actions.js";
import type { ViewProps } from "./catalogue-page.js";
import { CATALOGUE_OPERATIONS } from "./operations.js";
import { ColumnHeadings } from "./column-headings.js";

const TEXT = {
  signIn: {
    zh: "各部门数据的截止日期与记录数，登录后可见。请用页面右上角的“登录”。",
    en: "How recent each department's data are is shown to who has signed in, by “Sign in” at the top of the page.",
  },
  loading: { zh: "正在询问各部门……", en: "Asking the departments…" },
  again: { zh: "重新查询", en: "Ask again" },
  department: { zh: "数据提供部门", en: "Provided by" },
  source: { zh: "数据来源", en: "Source" },
  asOf: { zh: "数据截止日期", en: "As of" },
  age: { zh: "距今（最长时效）", en: "Age (maximum)" },
  state: { zh: "状态", en: "State" },
  records: { zh: "记录数", en: "Records" },
  load: { zh: "最近一次导入", en: "Last load" },
  days: {
    zh: (age: number | null, most: number | null) => `${age ?? "—"} 天（${most ?? "未规定"}）`,
    en: (age: number | null, most: number | null) => `${age ?? "—"} days (${most ?? "no limit"})`,
  },
  fresh: { zh: "● 在时效内", en: "● fresh" },
  stale: { zh: "▲ 已过时效", en: "▲ too old" },
  unknown: { zh: "○ 无从判断", en: "○ not known" },
  absent: { zh: "× 部门未答复", en: "× did not answer" },
  none: { zh: "无", en: "none" },
  estimated: { zh: "约", en: "about" },
} as const;

interface SourceRow {
  readonly department: string;
  readonly kind: string;
  readonly title: string;
  readonly available: boolean;
  readonly records: number | null;
  readonly counted: string | null;
  readonly asOf: string | null;
  readonly ageDays: number | null;
  readonly maximumAgeDays: number | null;
  readonly stale: boolean | null;
  readonly lastLoad: { readonly finishedAt: string } | null;
}

interface Answer {
  readonly sources: readonly SourceRow[] | null;
}

/** How recent every source of every department is, for who has signed in. */
export function Sources({ model }: ViewProps) {
  const words = useWords(TEXT);
  const { credentials } = useSession();
  const [outcome, setOutcome] = useState<Outcome<Answer> | null>(null);
  const ask = async (as: Credentials, signal?: AbortSignal) => {
    setOutcome(null);
    setOutcome(
      await askHub<Answer>(as, CATALOGUE_OPERATIONS.sources, {}, signal ? { signal } : {}),
    );
  };
  useEffect(() => {
    if (!credentials) return;
    const giveUp = new AbortController();
    void ask(credentials, giveUp.signal);
    return () => giveUp.abort();
  }, [credentials]);
  if (!credentials) return <p>{words.signIn}</p>;
  if (outcome === null) return <p aria-live="polite">{words.loading}</p>;
  const sources = (outcome.kind === "answered" && outcome.data?.sources) || [];
  return (
    <>
      <Problems outcome={outcome} />
      <div class="above">
        <p class="actions">
          <button type="button" class="quiet" onClick={() => void ask(credentials)}>
            {words.again}
          </button>
        </p>
        {sources.length > 0 && (
          <Actions name={`sources-${model.catalogue.date}.csv`} rows={() => csvRows(sources)} />
        )}
      </div>
      {sources.length > 0 && <SourceTable sources={sources} />}
    </>
  );
}

function SourceTable({ sources }: { readonly sources: readonly SourceRow[] }) {
  const words = useWords(TEXT);
  const headings = [
    words.department,
    words.source,
    words.state,
    words.asOf,
    words.age,
    words.records,
    words.load,
  ];
  return (
    <div class="scroll" tabIndex={0} role="group" aria-labelledby="view-title">
      <table class="sources">
        <ColumnHeadings headings={headings} />
        <tbody>
          {sources.map((source) => (
            <SourceLine key={`${source.department} ${source.kind}`} source={source} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SourceLine({ source }: { readonly source: SourceRow }) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const tag = languageTag(language);
  const { department, title, asOf, ageDays, maximumAgeDays, records, counted, lastLoad } = source;
  const state = stateOf(source);
  const loaded = lastLoad && new Date(lastLoad.finishedAt);
  const moment = { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Shanghai" } as const;
  return (
    <tr>
      <td lang="zh-CN">{department}</td>
      <th scope="row" lang="zh-CN">
        {title}
      </th>
      <td class={`state ${state}`}>{words[state]}</td>
      <td>{asOf ?? words.none}</td>
      <td>{words.days(ageDays, maximumAgeDays)}</td>
      <td class="number">
        {counted === "ESTIMATED" && `${words.estimated} `}
        {records?.toLocaleString(tag) ?? "—"}
      </td>
      <td>{loaded?.toLocaleString(tag, moment) ?? words.none}</td>
    </tr>
  );
}

function stateOf({ available, stale }: SourceRow): "absent" | "unknown" | "stale" | "fresh" {
  if (!available) return "absent";
  if (stale === null) return "unknown";
  return stale ? "stale" : "fresh";
}

const csvRows = (sources: readonly SourceRow[]): string[][] => [
  ["部门 department", "来源 source", "截止日期 as of", "天 days", "最长 maximum", "记录 records"],
  ...sources.map(({ department, title, asOf, ageDays, maximumAgeDays, records }) => [
    department,
    title,
    ...[asOf, ageDays, maximumAgeDays, records].map((value) => String(value ?? "")),
  ]),
];
