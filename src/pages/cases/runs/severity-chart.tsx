import { MARKS } from "../../../report-pages/document/marks.js";
import { FindingSeverity } from "../../../verification/finding-code.js";
import { useWords } from "../../shared/language.js";
import { useFormats } from "../formats.js";
import { useTerm } from "../state-words.js";
import type { SeverityCount } from "./run.js";

const WIDTH = 600;
/** Height of a severity: its words, and its bar beneath. */
const STEP = 62;

const TEXT = {
  title: { zh: "疑点，按等级", en: "Findings by severity" },
  count: {
    zh: (findings: string, households: string, open: string) =>
      `${findings} 项，涉及 ${households} 户，待处置 ${open} 项`,
    en: (findings: string, households: string, open: string) =>
      `${findings} in ${households} households, ${open} open`,
  },
} as const;

/** The findings of a re-verification by severity: bars with a sign and words each. */
export function SeverityChart({ counts }: { readonly counts: readonly SeverityCount[] }) {
  const words = useWords(TEXT);
  const term = useTerm();
  const { number } = useFormats();
  const most = Math.max(1, ...counts.map(({ findings }) => findings));
  const rows = counts.map(({ severity, findings, households, open }) => ({
    severity,
    width: (findings / most) * WIDTH,
    name: term(FindingSeverity.entries[severity]),
    count: words.count(number(findings), number(households), number(open)),
  }));
  const label = `${words.title}：${rows.map(({ name, count }) => `${name} ${count}`).join("；")}`;
  return (
    <figure>
      <figcaption>
        <strong>{words.title}</strong>
      </figcaption>
      <svg
        class="chart"
        viewBox={`0 0 ${WIDTH} ${STEP * rows.length}`}
        role="img"
        aria-label={label}
      >
        {rows.map(({ severity, width, name, count }, place) => (
          <g key={severity} class={`sign-${severity}`} transform={`translate(0 ${place * STEP})`}>
            <path
              transform="translate(1 6) scale(1.4)"
              d={MARKS[severity].path}
              fill={MARKS[severity].filled ? "currentColor" : "none"}
              stroke="currentColor"
            />
            <text x="22" y="19" class="strong">
              {name}
            </text>
            <text x={WIDTH} y="38" text-anchor="end" class="soft-text">
              {count}
            </text>
            <rect class="track" x="0" y="44" width={WIDTH} height="8" />
            <rect x="0" y="44" width={width} height="8" fill="currentColor" />
          </g>
        ))}
      </svg>
    </figure>
  );
}
