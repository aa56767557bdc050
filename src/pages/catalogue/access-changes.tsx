import type { AccessChange, RegisterDiff } from "../../policy/register/diff-register.js";
import { useLanguage, useWords } from "../shared/language.js";
import type { Model } from "./model.js";
import { ColumnHeadings } from "./column-headings.js";

const TEXT = {
  title: { zh: "各部门得到与失去的字段", en: "Fields that departments gain and lose" },
  department: { zh: "部门", en: "Department" },
  duty: { zh: "职责", en: "Duty" },
  change: { zh: "变化", en: "Change" },
  fields: { zh: "字段", en: "Fields" },
  gains: { zh: (count: number) => `▲ 得到 ${count}`, en: (count: number) => `▲ gains ${count}` },
  loses: { zh: (count: number) => `▽ 失去 ${count}`, en: (count: number) => `▽ loses ${count}` },
} as const;

interface AccessChangesProps {
  readonly model: Model;
  readonly diff: RegisterDiff;
}

interface MarkedChange extends AccessChange {
  readonly isGain: boolean;
}

/** The fields gained and lost, by department and duty; what widens access is marked. */
export function AccessChanges({ model, diff }: AccessChangesProps) {
  const words = useWords(TEXT);
  const changes = inOrder(diff);
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="access-changes">
      <h3 id="access-changes">{words.title}</h3>
      <div class="scroll" tabIndex={0} role="group" aria-labelledby="access-changes">
        <table class="changes">
          <ColumnHeadings headings={[words.department, words.duty, words.change, words.fields]} />
          <tbody>
            {changes.map(({ department, duty, isGain, coordinates }) => (
              <tr key={`${department} ${duty} ${isGain}`} class={isGain ? "gain" : "loss"}>
                <th scope="row" lang="zh-CN">
                  {department}
                </th>
                <td>{duty}</td>
                <td class="change">
                  {isGain ? words.gains(coordinates.length) : words.loses(coordinates.length)}
                </td>
                <td>
                  <FieldsByType model={model} coordinates={coordinates} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface FieldsByTypeProps {
  readonly model: Model;
  readonly coordinates: readonly string[];
}

function FieldsByType({ model: { catalogue }, coordinates }: FieldsByTypeProps) {
  const { language } = useLanguage();
  const changed = new Set(coordinates);
  return (
    <>
      {catalogue.resources.map(({ owner, type, fields }) => {
        const names = fields
          .filter(({ coordinate }) => changed.has(coordinate))
          .map((field) => field[language]);
        if (names.length === 0) return null;
        return (
          <p key={`${owner} ${type}`}>
            <span class="soft">
              <span lang="zh-CN">{owner}</span> <code>{type}</code>
            </span>{" "}
            {names.join(language === "zh" ? "、" : "; ")}
          </p>
        );
      })}
    </>
  );
}

/** The same as rows of a file, one a field. */
export function accessRows(model: Model, diff: RegisterDiff): string[][] {
  const names = new Map(model.fields.map((field) => [field.coordinate, field.zh]));
  return [
    ["部门 department", "职责 duty", "变化 change", "字段 field", "坐标 coordinate"],
    ...inOrder(diff).flatMap(({ department, duty, isGain, coordinates }) =>
      coordinates.map((coordinate) => [
        department,
        duty,
        isGain ? "得到 gains" : "失去 loses",
        names.get(coordinate) ?? "",
        coordinate,
      ]),
    ),
  ];
}

/** By department, in the order in which they first appear; gains before losses. */
function inOrder({ gained, lost }: RegisterDiff): MarkedChange[] {
  const changes = [
    ...gained.map((change) => ({ ...change, isGain: true })),
    ...lost.map((change) => ({ ...change, isGain: false })),
  ];
  const departments = [...new Set(changes.map(({ department }) => department))];
  return departments.flatMap((name) => changes.filter(({ department }) => department === name));
}
