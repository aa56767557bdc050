import { useWords } from "../shared/language.js";
import { Problems } from "../shared/problems.js";
import "./explorer.css";
import { useVisibleSchema } from "./visible-schema.js";
import { Workbench } from "./workbench.js";

const TEXT = {
  loading: { zh: "正在读取您可见的数据结构……", en: "Reading the schema that you may see…" },
  failed: {
    zh: "没有得到数据结构，因此不能编写查询。",
    en: "The schema was not answered, so nothing can be written here.",
  },
  again: { zh: "重试", en: "Try again" },
} as const;

/** Queries on what the caller may see, and why it may not see the rest. */
export function Explorer() {
  const words = useWords(TEXT);
  const state = useVisibleSchema();
  if (state.kind === "loading") return <p role="status">{words.loading}</p>;
  if (state.kind === "ready") return <Workbench schema={state.schema} />;
  return (
    <>
      <p>{words.failed}</p>
      <Problems outcome={state.outcome} />
      <button type="button" onClick={() => state.retry()}>
        {words.again}
      </button>
    </>
  );
}
