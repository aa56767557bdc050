import { VerificationState } from "../../codes/verification-codes.js";
import type { CodeEntry } from "../../codes/code-table.js";
import type { Mark } from "../../report-pages/document/marks.js";
import { useLanguage, useWords } from "../shared/language.js";
import { Signed } from "./mark.js";

const MARK_OF: Readonly<Record<VerificationState, Mark>> = {
  WAITING_FOR_SOURCES: "UNAVAILABLE",
  UNDER_OBJECTION: "MEDIUM",
  UNDER_REVIEW: "OPEN",
  CONCLUDED: "DONE",
};

const TEXT = {
  overdue: { zh: "超时未处置", en: "overdue" },
} as const;

/** How far a verification is, in a sign and words. */
export function StateWords({ state }: { readonly state: VerificationState }) {
  const term = useTerm();
  return <Signed mark={MARK_OF[state]} text={term(VerificationState.entries[state])} />;
}

/** That findings stand open beyond their day; nothing where they do not. */
export function OverdueMark({ overdue }: { readonly overdue: boolean }) {
  const words = useWords(TEXT);
  return overdue ? (
    <strong class="overdue">
      <Signed mark="WARNING" text={words.overdue} />
    </strong>
  ) : null;
}

/** The term of a code table's entry in the language in use. */
export function useTerm(): (entry: Pick<CodeEntry, "zh" | "en">) => string {
  const { language } = useLanguage();
  return (entry) => entry[language];
}
