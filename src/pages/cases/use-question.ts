import { useCallback, useEffect, useState } from "preact/hooks";
import { askHub, type Outcome } from "../shared/api.js";
import { useCredentials } from "../shared/session.js";

/** A question and what became of it. */
export interface Question<Data> {
  /** The latest outcome; null before the first. */
  readonly outcome: Outcome<Data> | null;
  /** The latest data, which stay while the hub is not reached; null where there are none. */
  readonly data: Data | null;
  readonly isAsking: boolean;
  /** Asks once more; a question that is not answered yet is given up. */
  again(): void;
}

/** Asks the hub, and anew whenever the variables change; the answer before stays until the next is there. */
export function useQuestion<Data>(
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Question<Data> {
  const credentials = useCredentials();
  const [outcome, setOutcome] = useState<Outcome<Data> | null>(null);
  const [data, setData] = useState<Data | null>(null);
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
        if (answer.kind === "answered") setData(answer.data);
        setAsking(false);
      },
    );
    return () => giveUp.abort();
  }, [credentials, query, said, time]);
  const again = useCallback(() => setTime((times) => times + 1), []);
  return { outcome, data, isAsking, again };
}

/** The data of an outcome; null where there is none. */
export function dataOf<Data>(outcome: Outcome<Data> | null): Data | null {
  return outcome?.kind === "answered" ? outcome.data : null;
}
