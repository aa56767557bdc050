import { useRef, useState } from "preact/hooks";
import { askHub, type Outcome } from "../shared/api.js";
import { useCredentials } from "../shared/session.js";
import { dataOf } from "./use-question.js";

/** Something that is done by a button, and what became of the last try. */
export interface Action<Data> {
  readonly outcome: Outcome<Data> | null;
  readonly isSending: boolean;
  /** Does it; answers the data, or null where it failed: `outcome` says why. */
  send(variables: Readonly<Record<string, unknown>>): Promise<Data | null>;
}

/**
 * What is asked by a button. A mutation happens once: sent again after the hub was not reached it has
 * the same Idempotency-Key, and two clicks are one.
 */
export function useAction<Data>(query: string): Action<Data> {
  const credentials = useCredentials();
  const [outcome, setOutcome] = useState<Outcome<Data> | null>(null);
  const [isSending, setSending] = useState(false);
  const attempt = useRef<{ readonly key: string; readonly said: string } | null>(null);
  const busy = useRef(false);
  const send = async (variables: Readonly<Record<string, unknown>>) => {
    if (busy.current) return null;
    busy.current = true;
    setSending(true);
    const said = JSON.stringify(variables);
    if (attempt.current?.said !== said) attempt.current = { key: newKey(), said };
    const once = query.startsWith("mutation") ? { idempotencyKey: attempt.current.key } : {};
    const answer = await askHub<Data>(credentials, query, variables, once);
    if (answer.kind === "answered") attempt.current = null;
    busy.current = false;
    setOutcome(answer);
    setSending(false);
    return dataOf(answer);
  };
  return { outcome, isSending, send };
}

/** 128 random bits in hex; `crypto.randomUUID` is not there on a page that came by plain HTTP. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
