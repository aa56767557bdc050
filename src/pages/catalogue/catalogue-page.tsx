import "./catalogue.css";
import { useLanguage, useWords } from "../shared/language.js";
import { CompareDepartments } from "./compare-departments.js";
import { CompareDocuments } from "./compare-documents.js";
import { Directory } from "./directory.js";
import { Duties } from "./duties.js";
import { fragmentOf, useFragment, type Fragment, type PageState } from "./fragment.js";
import { Matrix } from "./matrix.js";
import type { Model } from "./model.js";
import { usePrintMarks } from "./print-marks.js";
import { Sources } from "./sources.js";
import { BASIS } from "./terms.js";
import { useCatalogue } from "./use-catalogue.js";

const TEXT = {
  loading: { zh: "正在读取目录……", en: "Reading the catalogue…" },
  unreachable: {
    zh: "无法读取目录，请稍后再试。",
    en: "The catalogue cannot be read: try again later.",
  },
  views: { zh: "目录的内容", en: "Parts of the catalogue" },
  basis: {
    zh: (title: string, status: string) => `依据：${title}（${status}）`,
    en: (title: string, status: string) => `Basis: ${title} (${status})`,
  },
  policy: {
    zh: (hash: string, date: string) => `政策 ${hash} · ${date}`,
    en: (hash: string, date: string) => `Policy ${hash} · ${date}`,
  },
} as const;

/** What a part of the page is given. */
export interface ViewProps {
  readonly model: Model;
  readonly fragment: Fragment;
}

const VIEWS = [
  { name: "directory", title: { zh: "数据目录", en: "Data catalogue" }, View: Directory },
  { name: "matrix", title: { zh: "授权矩阵", en: "Authorization matrix" }, View: Matrix },
  { name: "duties", title: { zh: "职责与部门", en: "Duties and departments" }, View: Duties },
  {
    name: "departments",
    title: { zh: "部门对比", en: "Two departments" },
    View: CompareDepartments,
  },
  { name: "documents", title: { zh: "文件对比", en: "Two documents" }, View: CompareDocuments },
  { name: "sources", title: { zh: "数据时效", en: "Freshness" }, View: Sources },
] as const;

/** The data catalogue, and who may read what by which clause of the policy document. */
export function CataloguePage() {
  const words = useWords(TEXT);
  const model = useCatalogue();
  if (model === "loading") return <p aria-live="polite">{words.loading}</p>;
  if (model === "unreachable") return <p role="alert">{words.unreachable}</p>;
  return <Views model={model} />;
}

function Views({ model }: { readonly model: Model }) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const fragment = useFragment();
  const { date, policy, register } = model.catalogue;
  const { title, basisStatus } = register.document;
  usePrintMarks(`${title} · ${words.policy(policy, date)}`);
  const shown = VIEWS.find(({ name }) => name === fragment.state["view"]) ?? VIEWS[0];
  const { View } = shown;
  return (
    <>
      <p class="basis">
        <span lang="zh-CN">{words.basis(title, BASIS[basisStatus][language])}</span>{" "}
        <span class="soft">{words.policy(policy.slice(0, 12), date)}</span>
      </p>
      <nav class="views" aria-label={words.views}>
        {VIEWS.map((view) => (
          <a
            key={view.name}
            href={fragmentOf(stateOf(view.name, fragment.state))}
            aria-current={view === shown ? "true" : undefined}
          >
            {view.title[language]}
          </a>
        ))}
      </nav>
      <section aria-labelledby="view-title">
        <h2 id="view-title">{shown.title[language]}</h2>
        <View model={model} fragment={fragment} />
      </section>
    </>
  );
}

/** Another part with the same search and filters; what was opened in this one stays behind. */
const stateOf = (view: string, state: PageState): PageState => ({ ...state, view, cell: "" });
