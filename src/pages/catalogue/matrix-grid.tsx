import { memo } from "preact/compat";
import { useEffect, useRef } from "preact/hooks";
import type { CatalogueResource } from "../../policy/catalogue.js";
import type { Language } from "../shared/bilingual.js";
import { useLanguage, useWords } from "../shared/language.js";
import { placeAfter, type Place } from "./grid-keys.js";
import { MARKS, markOf } from "./marks.js";
import type { MatrixRow } from "./matrix-rows.js";
import type { Access, Model } from "./model.js";

const TEXT = {
  grid: { zh: "授权矩阵：字段与部门", en: "Authorization matrix: fields and departments" },
  field: { zh: "字段", en: "Field" },
} as const;

interface MatrixGridProps {
  readonly model: Model;
  readonly rows: readonly MatrixRow[];
  readonly departments: readonly string[];
  readonly size: string;
  /** `department coordinate`; empty where none is chosen. */
  readonly chosen: string;
  readonly onChoose: (cell: string) => void;
}

/** The matrix as a table in which one cell at a time has the focus; its cells have no elements of their own. */
export function MatrixGrid({ model, rows, departments, size, chosen, onChoose }: MatrixGridProps) {
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const table = useRef<HTMLTableElement>(null);
  const { focusOn, move } = useRoving(table, rows.length, departments.length);
  useEffect(() => {
    const cell = table.current?.querySelector("td[aria-selected]");
    cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, []);
  const columns = departments.map((name) => model.departments.indexOf(name));
  const keyOfCell = ({ row, column }: Place) =>
    `${departments[column]} ${rows[row]?.field.coordinate}`;
  const onClick = (event: MouseEvent) => {
    const place = placeOf(event.target);
    if (!place) return;
    focusOn(place);
    onChoose(keyOfCell(place));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const place = placeOf(event.target);
    if (!place) return;
    if (move(event, place)) event.preventDefault();
    else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onChoose(keyOfCell(place));
    } else if (event.key === "Escape") onChoose("");
  };
  const identity = `${model.catalogue.policy.slice(0, 12)} · ${model.catalogue.date}`;
  return (
    <div class={`matrix ${size} ${chosen === "" ? "" : "has-detail"}`}>
      <table
        ref={table}
        role="grid"
        aria-label={words.grid}
        onClick={onClick}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          <col class="field-column" />
          {departments.map((name) => (
            <col key={name} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              {words.field}
              <small>{identity}</small>
            </th>
            {departments.map((name) => (
              <th key={name} scope="col" lang="zh-CN" class="department">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        {groupsOf(rows).map(({ resource, from, to }) => (
          <tbody key={`${resource.owner} ${resource.type}`}>
            <GroupRow resource={resource} span={departments.length + 1} language={language} />
            {rows.slice(from, to).map((row, index) => (
              <Row
                key={row.field.coordinate}
                row={row}
                place={from + index}
                columns={columns}
                signature={columns.join()}
                names={model.departments}
                language={language}
                chosen={chosen.endsWith(` ${row.field.coordinate}`) ? chosen : ""}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface GroupRowProps {
  readonly resource: CatalogueResource;
  readonly span: number;
  readonly language: Language;
}

function GroupRow({ resource, span, language }: GroupRowProps) {
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

const Row = memo(
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

/** Keeps one cell of the table in the order of focus, and moves the focus by keys. */
function useRoving(
  table: { readonly current: HTMLTableElement | null },
  rows: number,
  columns: number,
) {
  const current = useRef<HTMLTableCellElement | null>(null);
  const cellAt = ({ row, column }: Place) =>
    table.current?.querySelector<HTMLTableRowElement>(`tr[data-row="${row}"]`)?.cells[column + 1];
  const take = (cell: HTMLTableCellElement | undefined) => {
    current.current?.removeAttribute("tabindex");
    current.current = cell ?? null;
    cell?.setAttribute("tabindex", "0");
  };
  useEffect(() => {
    if (!current.current?.isConnected) take(cellAt({ row: 0, column: 0 }));
  });
  const focusOn = (place: Place) => {
    const cell = cellAt(place);
    take(cell);
    cell?.focus();
  };
  const move = (event: KeyboardEvent, from: Place): boolean => {
    const to = placeAfter(event, from, rows, columns);
    if (to) focusOn(to);
    return to !== undefined;
  };
  return { focusOn, move };
}

function placeOf(target: EventTarget | null): Place | undefined {
  const cell = (target as Element | null)?.closest("td");
  const row = cell?.closest("tr")?.dataset["row"];
  return cell && row !== undefined ? { row: Number(row), column: cell.cellIndex - 1 } : undefined;
}

/** The runs of rows of one resource. */
function groupsOf(rows: readonly MatrixRow[]) {
  const groups: { resource: CatalogueResource; from: number; to: number }[] = [];
  rows.forEach(({ resource }, place) => {
    const last = groups.at(-1);
    if (last?.resource === resource) last.to = place + 1;
    else groups.push({ resource, from: place, to: place + 1 });
  });
  return groups;
}
