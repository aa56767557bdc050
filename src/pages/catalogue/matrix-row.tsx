import { memo } from "preact/compat";
import type { CatalogueResource } from "../../policy/catalogue.js";
import type { Language } from "../shared/bilingual.js";
import { MARKS, markOf } from "./marks.js";
import type { MatrixRow } from "./matrix-rows.js";
import type { Access } from "./model.js";

interface GroupRowProps {
  readonly resource: CatalogueResource;
  readonly span: number;
  readonly language: Language;
}

/** The heading of one resource. */
export function GroupRow({ resource, span, language }: GroupRowProps) {
  return (
    <tr class="group">
      <th scope="rowgroup" colSpan={span}>
        <span>
          <span lang="zh-CN">{resource.owner}</span> · {resource[language]}
        </span>
      </th>
    </tr>
  );
}

interface RowProps {
  readonly row: MatrixRow;
  readonly place: number;
  readonly columns: readonly number[];
  /** The columns as a text, to see whether they changed. */
  readonly signature: string;
  readonly names: readonly string[];
  readonly language: Language;
  readonly chosen: string;
}

/** A field; its cells are made anew only when what they show changed. */
export const Row = memo(
  function Row({ row: { field, cells }, place, columns, names, language, chosen }: RowProps) {
    return (
      <tr data-row={place}>
        <th scope="row" title={field.coordinate}>
          {field[language]}
        </th>
        {columns.map((column) => {
          const cell = cells[column] as Access;
          const name = names[column] as string;
          const mark = markOf(cell);
          const isChosen = chosen === `${name} ${field.coordinate}`;
          return (
            <td
              key={name}
              class={mark}
              aria-selected={isChosen ? "true" : undefined}
              aria-label={labelOf(MARKS[mark][language], cell)}
            />
          );
        })}
      </tr>
    );
  },
  (before, after) =>
    before.row === after.row &&
    before.place === after.place &&
    before.signature === after.signature &&
    before.language === after.language &&
    before.chosen === after.chosen,
);

const labelOf = (meaning: string, { duties }: Access): string =>
  duties.length === 0 ? meaning : `${meaning} ${duties.join(" ")}`;
