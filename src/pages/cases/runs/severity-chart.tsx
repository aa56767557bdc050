import { FindingSeverity } from "../../../verification/finding-code.js";
import { useWords } from "../../shared/language.js";
import { useFormats } from "../formats.js";
import { Signed } from "../mark.js";
import { useTerm } from "../state-words.js";
import type { SeverityCount } from "./run.js";

const TEXT = {
  title: { zh: "疑点，按等级", en: "Findings by severity" },
  count: {
    zh: (findings: string, households: string, open: string) =>
      `${findings} 项，涉及 ${households} 户，待处置 ${open} 项`,
    en: (findings: string, households: string, open: string) =>
      `${findings} in ${households} households, ${open} open`,
  },
} as const;

/** The findings of a re-verification by severity: a sign, words and a bar each. */
export function SeverityChart({ counts }: { readonly counts: readonly SeverityCount[] }) {
  const words = useWords(TEXT);
  const term = useTerm();
  const { number } = useFormats();
  const most = Math.max(1, ...counts.map(({ findings }) => findings));
  return (
    <figure>
      <figcaption>
        <strong>{words.title}</strong>
      </figcaption>
      <ul class="bars">
        {counts.map(({ severity, findings, households, open }) => (
          <li key={severity}>
            <strong>
              <Signed mark={severity} text={term(FindingSeverity.entries[severity])} />
            </strong>
            <div>{words.count(number(findings), number(households), number(open))}</div>
            <svg
              class={`bar sign-${severity}`}
              viewBox="0 0 100 2"
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              <rect class="track" width="100" height="2" />
              <rect width={(100 * findings) / most} height="2" fill="currentColor" />
            </svg>
          </li>
        ))}
      </ul>
    </figure>
  );
}
