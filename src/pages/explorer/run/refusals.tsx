import type { HubProblem } from "../../shared/api.js";
import { useWords } from "../../shared/language.js";
import { Duties } from "../why/duties.js";
import { WhyButton } from "../why/why-button.js";

const TEXT = {
  title: {
    zh: (count: number) => `查询未执行：${count} 个字段不能读取`,
    en: (count: number) =>
      `Refused whole: ${count} ${count === 1 ? "field" : "fields"} may not be read`,
  },
  meaning: {
    zh: "没有向任何部门查询数据，也没有返回任何数据。",
    en: "No department was asked, and nothing was answered.",
  },
  field: { zh: "字段", en: "Field" },
  granted: { zh: "本部门可据以读取的职责", en: "Duties of yours that would allow it" },
  none: { zh: "无", en: "none" },
  reason: { zh: "原因", en: "Reason" },
  remove: { zh: "从查询中去掉这些字段", en: "Take these fields out of the query" },
} as const;

interface RefusalsProps {
  readonly refused: readonly HubProblem[];
  readonly onWhy: (coordinate: string) => void;
  readonly onRemove: () => void;
}

/** Each field for which the query was refused, the duties that would allow it, and a way on. */
export function Refusals({ refused, onWhy, onRemove }: RefusalsProps) {
  const words = useWords(TEXT);
  return (
    <section class="problems" aria-labelledby="explorer-refusals">
      <h3 id="explorer-refusals">{words.title(refused.length)}</h3>
      <p>
        {words.meaning} <code>FIELD_NOT_AUTHORIZED</code>
      </p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.granted}</th>
              <th scope="col">{words.reason}</th>
            </tr>
          </thead>
          <tbody>
            {refused.map(({ details }) => (
              <RefusedField key={String(details["coordinate"])} details={details} onWhy={onWhy} />
            ))}
          </tbody>
        </table>
      </div>
      <button type="button" onClick={onRemove}>
        {words.remove}
      </button>
    </section>
  );
}

function RefusedField({
  details,
  onWhy,
}: Pick<HubProblem, "details"> & Pick<RefusalsProps, "onWhy">) {
  const words = useWords(TEXT);
  const coordinate = String(details["coordinate"]);
  const granted = Array.isArray(details["grantedBy"]) ? details["grantedBy"].map(String) : [];
  return (
    <tr>
      <th scope="row">
        <code>{coordinate}</code>
      </th>
      <td>{granted.length > 0 ? <Duties ids={granted} /> : words.none}</td>
      <td>
        <WhyButton coordinate={coordinate} onWhy={onWhy} />
      </td>
    </tr>
  );
}
