import type { GraphQLSchema } from "graphql";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { useCredentials } from "../shared/session.js";
import { callerOf } from "./examples/examples-view.js";
import { exampleQueries } from "./examples/example-queries.js";
import { useAskedAbout } from "./fragment.js";
import { keepDraft, keptDraft } from "./run/kept-draft.js";
import type { Draft } from "./run/question.js";
import { useRuns } from "./run/runs.js";
import { visibleDraft } from "./visible-draft.js";

/** What stands beside the query. */
export type Tab = "answer" | "examples" | "docs" | "why" | "history";

/** What is written, run and looked into, and what can be done with it. */
export function useWorkbench(schema: GraphQLSchema) {
  const [draft, setDraft] = useDraft(schema);
  const [asked, ask] = useAskedAbout();
  const [tab, setTab] = useState<Tab>("examples");
  const [isNothingLeft, setNothingLeft] = useState(false);
  const runs = useRuns();
  const write = useRef<HTMLDivElement>(null);
  const reference = useRef<HTMLDivElement>(null);
  // Before anything can be clicked: a query that was run at once would lose its answer's tab.
  useLayoutEffect(() => {
    if (asked !== "") setTab("why");
  }, [asked]);
  const open = (next: Tab) => {
    setTab(next);
    show(reference.current);
  };
  const change = (next: Draft) => {
    setNothingLeft(false);
    setDraft(next);
  };
  return {
    draft,
    asked,
    tab,
    isNothingLeft,
    runs,
    write,
    reference,
    ask,
    setTab,
    change,
    /** Puts a draft into the editors, and those into sight. */
    take(next: Draft) {
      change(next);
      show(write.current);
    },
    why(coordinate: string) {
      ask(coordinate);
      open("why");
    },
    /** Takes out of the draft what the caller does not see. */
    removeInvisible() {
      const left = visibleDraft(schema, draft);
      if (left) change(left);
      else setNothingLeft(true);
    },
    run(operationName?: string) {
      open("answer");
      void runs.run(draft, operationName);
    },
  };
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
