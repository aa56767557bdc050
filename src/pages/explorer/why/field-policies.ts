import { useEffect, useState } from "preact/hooks";
import { askHub, type Outcome } from "../../shared/api.js";
import { useCredentials } from "../../shared/session.js";
import { EXPLORER_OPERATIONS } from "../operations.js";

/** A field of the catalogue, as the hub has it. */
export interface FieldPolicy {
  readonly coordinate: string;
  readonly owner: string;
  readonly originalSource: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: string | null;
  readonly sharing: "UNCONDITIONAL" | "CONDITIONAL" | "NOT_SHARED";
  readonly sensitivity: "NONE" | "PERSONAL" | "FINANCIAL" | "HEALTH";
  readonly mask: string | null;
}

/** Why a field may, or may not, be read. */
export interface AccessExplanation {
  readonly allowed: boolean;
  readonly reason: string;
  readonly zh: string;
  readonly en: string;
  readonly neededBy: readonly string[];
  readonly grantedBy: readonly string[];
}

/** The whole catalogue; null until it is answered. */
export function useFieldPolicies(): Outcome<{
  readonly fieldPolicies: readonly FieldPolicy[];
}> | null {
  return useAsked(EXPLORER_OPERATIONS.fieldPolicies, {});
}

/** Why the caller may, or may not, read a field under its duty; null until it is answered. */
export function useExplanation(
  coordinate: string,
): Outcome<{ readonly explainAccess: AccessExplanation }> | null {
  const { department, duty } = useCredentials();
  return useAsked(EXPLORER_OPERATIONS.explanation, { department, duty, coordinate });
}

function useAsked<Data>(query: string, variables: Readonly<Record<string, string>>) {
  const credentials = useCredentials();
  const [outcome, setOutcome] = useState<Outcome<Data> | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    setOutcome(null);
    void askHub<Data>(credentials, query, variables, { signal: stop.signal }).then((answer) => {
      if (answer.kind !== "cancelled") setOutcome(answer);
    });
    return () => stop.abort();
  }, [query, JSON.stringify(variables)]);
  return outcome;
}
