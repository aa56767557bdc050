import { useWords } from "../../shared/language.js";
import { useFormats } from "../formats.js";
import type { RunPoint } from "./run.js";

const WIDTH = 600;
const HEIGHT = 220;
/** Room for the words at the axes. */
const LEFT = 56;
const BOTTOM = 28;
const TOP = 14;

const TEXT = {
  title: { zh: "已处理户数随时间的变化", en: "Households settled over time" },
  text: {
    zh: (settled: string, total: string, span: string) =>
      `开始后 ${span}，已处理 ${settled} 户，共 ${total} 户。`,
    en: (settled: string, total: string, span: string) =>
      `After ${span}, ${settled} of ${total} households were settled.`,
  },
  data: { zh: "数据", en: "The data" },
  after: { zh: "开始后", en: "After" },
  settled: { zh: "已处理户数", en: "Households settled" },
} as const;

interface CourseChartProps {
  readonly course: readonly RunPoint[];
  readonly total: number;
}

/** How many households were settled by when, as a line and as a table. */
export function CourseChart({ course, total }: CourseChartProps) {
  const words = useWords(TEXT);
  const { number, span } = useFormats();
  const last = course.at(-1) ?? { seconds: 0, settled: 0 };
  const said = words.text(number(last.settled), number(total), span(last.seconds));
  return (
    <figure>
      <figcaption>
        <strong>{words.title}</strong> {said}
      </figcaption>
      <CourseLine course={course} total={total} label={`${words.title}：${said}`} />
      <details class="no-print">
        <summary>{words.data}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.after}</th>
              <th scope="col" class="end">
                {words.settled}
              </th>
            </tr>
          </thead>
          <tbody>
            {course.map(({ seconds, settled }) => (
              <tr key={seconds}>
                <th scope="row">{span(seconds)}</th>
                <td class="end">{number(settled)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function CourseLine({ course, total, label }: CourseChartProps & { readonly label: string }) {
  const { number, span } = useFormats();
  const seconds = Math.max(course.at(-1)?.seconds ?? 0, 1);
  const x = (at: number) => LEFT + (at / seconds) * (WIDTH - LEFT - 8);
  const y = (count: number) =>
    HEIGHT - BOTTOM - (count / Math.max(total, 1)) * (HEIGHT - BOTTOM - TOP);
  const line = course.map((one) => `${x(one.seconds).toFixed(1)},${y(one.settled).toFixed(1)}`);
  const ground = y(0);
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {[0, 0.5, 1].map((part) => (
        <g key={part}>
          <line class="rule" x1={LEFT} x2={WIDTH - 8} y1={y(total * part)} y2={y(total * part)} />
          <text x={LEFT - 8} y={y(total * part) + 4} text-anchor="end">
            {number(Math.round(total * part))}
          </text>
        </g>
      ))}
      <polygon
        class="area"
        points={`${x(0)},${ground} ${line.join(" ")} ${x(seconds)},${ground}`}
      />
      <polyline class="line" points={line.join(" ")} />
      <text x={LEFT} y={HEIGHT - 8}>
        0
      </text>
      <text x={WIDTH - 8} y={HEIGHT - 8} text-anchor="end">
        {span(seconds)}
      </text>
    </svg>
  );
}
