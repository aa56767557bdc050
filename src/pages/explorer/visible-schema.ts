import {
  buildClientSchema,
  getIntrospectionQuery,
  type GraphQLSchema,
  type IntrospectionQuery,
} from "graphql";
import { useEffect, useState } from "preact/hooks";
import { askHub, type Outcome } from "../shared/api.js";
import { useCredentials } from "../shared/session.js";

/** The schema as the caller sees it under its duty and case, or why it is not there. */
export type SchemaState =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly outcome: Outcome<unknown>; retry(): void }
  | { readonly kind: "ready"; readonly schema: GraphQLSchema };

/** Asks the hub for the caller's visible schema, once, and again when told to. */
export function useVisibleSchema(): SchemaState {
  const credentials = useCredentials();
  const [state, setState] = useState<SchemaState>({ kind: "loading" });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    setState({ kind: "loading" });
    void askHub<IntrospectionQuery>(credentials, getIntrospectionQuery(), {}, { signal }).then(
      (outcome) => {
        if (outcome.kind === "cancelled") return;
        const data = outcome.kind === "answered" ? outcome.data : null;
        if (data) setState({ kind: "ready", schema: buildClientSchema(data) });
        else setState({ kind: "failed", outcome, retry: () => setAttempt((count) => count + 1) });
      },
    );
    return () => stop.abort();
  }, [attempt]);
  return state;
}
