import { useEffect, useRef, useState } from "preact/hooks";
import { askHub, type Outcome } from "../../shared/api.js";
import { useCredentials } from "../../shared/session.js";
import { readDraft, type Draft, type DraftFault } from "./question.js";

/** A draft that was run, and what became of it. */
export interface Run {
  readonly draft: Draft;
  readonly at: Date;
  readonly outcome: Outcome<unknown>;
  readonly milliseconds: number;
}

/** Runs drafts, one after another. */
export interface Runs {
  readonly isRunning: boolean;
  /** The latest first; gone with the page, or when somebody else signs in. */
  readonly history: readonly Run[];
  /** Why the latest draft was not sent. */
  readonly fault: DraftFault | null;
  run(draft: Draft, operationName?: string): Promise<void>;
  stop(): void;
  forget(): void;
}

/** How many runs the page remembers. */
const REMEMBERED = 30;

/** The runs of a page. */
export function useRuns(): Runs {
  const credentials = useCredentials();
  const [isRunning, setRunning] = useState(false);
  const [history, setHistory] = useState<readonly Run[]>([]);
  const [fault, setFault] = useState<DraftFault | null>(null);
  const stopping = useRef<AbortController | null>(null);
  const stop = () => stopping.current?.abort();
  useEffect(() => stop, []);
  const run = async (draft: Draft, operationName?: string) => {
    stop();
    const question = readDraft(draft);
    setFault("kind" in question ? question : null);
    if ("kind" in question) return;
    const own = new AbortController();
    stopping.current = own;
    setRunning(true);
    const at = new Date();
    const began = performance.now();
    const outcome = await askHub<unknown>(credentials, draft.query, question.variables, {
      signal: own.signal,
      ...(operationName === undefined ? {} : { operationName }),
    });
    if (stopping.current !== own) return;
    setRunning(false);
    const milliseconds = Math.round(performance.now() - began);
    const made = { draft, at, outcome, milliseconds };
    setHistory((known) => [made, ...known].slice(0, REMEMBERED));
  };
  return { isRunning, history, fault, run, stop, forget: () => setHistory([]) };
}
