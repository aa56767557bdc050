import { useCallback, useEffect, useState } from "preact/hooks";
import { askHub, type Outcome } from "../shared/api.js";
import { useCredentials } from "../shared/session.js";

/** A question and what became of it. */
export interface Question<Data> {
  /** The latest outcome; null before the first. */
  readonly outcome: Outcome<Data> | null;
  /** Its data; null where there is none. */
  readonly data: Data | null;
  readonly isAsking: boolean;
  /** Asks once more; fulfils when the answer is there. */
  again(): void;
}

/** Asks the hub, and anew whenever the variables change; the answer before stays until the next is there. */
export function useQuestion<Data>(
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Question<Data> {
  const credentials = useCredentials();
  const [outcome, setOutcome] = useState<Outcome<Data> | null>(null);
  const [isAsking, setAsking] = useState(true);
  const [time, setTime] = useState(0);
  const said = JSON.stringify(variables);
  useEffect(() => {
    const giveUp = new AbortController();
    setAsking(true);
    void askHub<Data>(credentials, query, JSON.parse(said), { signal: giveUp.signal }).then(
      (answer) => {
        if (answer.kind === "cancelled") return;
        setOutcome(answer);
        setAsking(false);
      },
    );
    return () => giveUp.abort();
  }, [credentials, query, said, time]);
  const again = useCallback(() => setTime((times) => times + 1), []);
  return { outcome, data: dataOf(outcome), isAsking, again };
}

/** The data of an outcome; null where there is none. */
export function dataOf<Data>(outcome: Outcome<Data> | null): Data | null {
  return outcome?.kind === "answered" ? outcome.data : null;
}
