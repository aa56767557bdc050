import type { ComponentChildren } from "preact";
import type { Outcome } from "../shared/api.js";
import { useWords } from "../shared/language.js";
import { Problems } from "../shared/problems.js";
import { useCredentials } from "../shared/session.js";

const TEXT = {
  refused: {
    zh: (duty: string) => `本部门在职责 ${duty} 下不办理此项业务。`,
    en: (duty: string) => `Under duty ${duty} the department does not do this.`,
  },
  granted: {
    zh: (duties: string) => `请以职责 ${duties} 登录，或在页首更改职责。`,
    en: (duties: string) => `Sign in under duty ${duties}, or change the duty above.`,
  },
  nobody: {
    zh: "本部门也没有其他职责可以办理。",
    en: "The department has no other duty for it either.",
  },
  loading: { zh: "正在读取……", en: "Reading…" },
  again: { zh: "重试", en: "Try again" },
} as const;

/** What went wrong with a question; one sentence where the duty is the wrong one. */
export function Failed({
  outcome,
  onAgain,
}: {
  readonly outcome: Outcome<unknown> | null;
  readonly onAgain?: () => void;
}) {
  const words = useWords(TEXT);
  const { duty } = useCredentials();
  const granted = refusedAsWhole(outcome);
  if (granted) {
    return (
      <div class="problems" role="alert">
        <p>
          <strong>{words.refused(duty)}</strong>{" "}
          {granted.length > 0 ? words.granted(granted.join("、")) : words.nobody}
        </p>
      </div>
    );
  }
  const isFailed = outcome?.kind === "unreachable" || hasNoData(outcome);
  return (
    <>
      <Problems outcome={outcome} />
      {isFailed && onAgain && (
        <button type="button" class="quiet" onClick={onAgain}>
          {words.again}
        </button>
      )}
    </>
  );
}

function hasNoData(outcome: Outcome<unknown> | null): boolean {
  return outcome?.kind === "answered" && outcome.data === null;
}

/** The duties that would do, where the operation was refused for its fields; null where it was not. */
function refusedAsWhole(outcome: Outcome<unknown> | null): readonly string[] | null {
  if (outcome?.kind !== "answered" || outcome.problems.length === 0) return null;
  const { problems } = outcome;
  if (!problems.every(({ code }) => code === "FIELD_NOT_AUTHORIZED")) return null;
  const granted = problems.flatMap(({ details }) => (details["grantedBy"] ?? []) as string[]);
  return [...new Set(granted)];
}

/** That something is being read: in place of what is not there yet. */
export function Loading() {
  const words = useWords(TEXT);
  return (
    <p class="soft" aria-live="polite">
      {words.loading}
    </p>
  );
}

/** A table that scrolls by itself where it is too wide, and can be reached by keyboard. */
export function Scrolling({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="scroll" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
