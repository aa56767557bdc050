import { useEffect, useRef } from "preact/hooks";
import type { CatalogueResource } from "../../policy/catalogue.js";
import { useLanguage, useWords } from "../shared/language.js";
import { GroupRow, Row } from "./matrix-row.js";
import type { MatrixRow } from "./matrix-rows.js";
import type { Model } from "./model.js";
import { placeOf, useRoving, type Place } from "./roving.js";

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
  const markColumn = ({ target }: Event) => {
    const column = placeOf(target)?.column;
    table.current?.querySelector("th.current")?.classList.remove("current");
    if (column === undefined) return;
    table.current?.querySelectorAll("th.department")[column]?.classList.add("current");
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
        onMouseOver={markColumn}
        onFocusIn={markColumn}
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
