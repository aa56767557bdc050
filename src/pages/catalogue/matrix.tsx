import { useMemo } from "preact/hooks";
import { SelectField } from "../shared/fields.js";
import { useLanguage, useWords } from "../shared/language.js";
import { Actions } from "./actions.js";
import type { ViewProps } from "./catalogue-page.js";
import { CellDetail } from "./cell-detail.js";
import { FIELD_FILTERS, FieldFilters } from "./field-filters.js";
import { Legend } from "./legend.js";
import { MatrixGrid } from "./matrix-grid.js";
import { matrixRows, type MatrixRow } from "./matrix-rows.js";
import { dutyTitle } from "./model.js";
import { DutyOptions } from "./options.js";
import { selectFields } from "./select-fields.js";

const TEXT = {
  duty: { zh: "在哪项职责下", en: "Under which duty" },
  any: { zh: "各部门自己的任一职责", en: "Any duty of the department's own" },
  size: { zh: "格子大小", en: "Size of cells" },
  small: { zh: "小", en: "Small" },
  medium: { zh: "中", en: "Medium" },
  large: { zh: "大", en: "Large" },
  everybody: {
    zh: (count: number) => `显示所示字段均不可读的部门（${count} 个）`,
    en: (count: number) => `Show departments that may read none of these fields (${count})`,
  },
  count: {
    zh: (fields: number, departments: number) => `${fields} 个字段 × ${departments} 个部门`,
    en: (fields: number, departments: number) => `${fields} fields × ${departments} departments`,
  },
  keys: {
    zh: "点选格子或按回车查看条款与理由；方向键、Home、End、Page Up、Page Down 移动，Esc 关闭。",
    en: "Click a cell or press Enter for clause and reason; arrow keys, Home, End, Page Up and Page Down move, Esc closes.",
  },
  nothing: { zh: "没有符合条件的字段或部门。", en: "No field or department fits." },
} as const;

/** Departments x fields: who may read what, under a duty or under any. */
export function Matrix(props: ViewProps) {
  const { model, fragment } = props;
  const { state, change } = fragment;
  const words = useWords(TEXT);
  const { language } = useLanguage();
  const under = state["under"] ?? "";
  const resources = useMemo(() => selectFields(model, state), [model, filtersOf(state)]);
  const rows = useMemo(() => matrixRows(model, resources, under), [model, resources, under]);
  const readers = model.departments.filter((_, column) =>
    rows.some(({ cells }) => (cells[column]?.duties.length ?? 0) > 0),
  );
  const hidden = model.departments.length - readers.length;
  const isComplete = state["every"] === "1";
  const departments = isComplete ? model.departments : readers;
  const chosen = model.departments.includes(cellOf(state).department)
    ? model.fields.find(({ coordinate }) => coordinate === cellOf(state).coordinate)
    : undefined;
  return (
    <>
      <FieldFilters {...props} isOpen={false}>
        <SelectField
          label={words.duty}
          value={under}
          onChange={(value) => change({ under: value })}
        >
          <option value="">{words.any}</option>
          <DutyOptions model={model} />
        </SelectField>
        <SelectField
          label={words.size}
          value={state["size"] ?? ""}
          onChange={(size) => change({ size })}
        >
          <option value="small">{words.small}</option>
          <option value="">{words.medium}</option>
          <option value="large">{words.large}</option>
        </SelectField>
      </FieldFilters>
      <label class="check">
        <input
          type="checkbox"
          checked={isComplete}
          onChange={({ currentTarget }) => change({ every: currentTarget.checked ? "1" : "" })}
        />{" "}
        {words.everybody(hidden)}
      </label>
      <div class="above">
        <p role="status">
          {words.count(rows.length, departments.length)}
          {" · "}
          {under === "" ? words.any : `${under} ${dutyTitle(model, under, language)}`}
        </p>
        <Legend />
        <Actions
          name={`matrix-${under || "any"}-${model.catalogue.date}.csv`}
          rows={() => csvRows(model.departments, departments, rows)}
        />
      </div>
      <p class="help screen">{words.keys}</p>
      {rows.length === 0 || departments.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <MatrixGrid
          model={model}
          rows={rows}
          departments={departments}
          size={state["size"] ?? ""}
          chosen={state["cell"] ?? ""}
          onChoose={(cell) => change({ cell })}
        />
      )}
      {chosen && (
        <CellDetail
          model={model}
          department={cellOf(state).department}
          field={chosen}
          duty={under}
          onClose={() => {
            change({ cell: "" });
            document.querySelector<HTMLElement>(".matrix td[tabindex]")?.focus();
          }}
        />
      )}
    </>
  );
}

/** What decides which fields are shown. */
const filtersOf = (state: ViewProps["fragment"]["state"]): string =>
  FIELD_FILTERS.map((name) => state[name] ?? "").join("|");

/** A cell of the address: `department coordinate`. */
function cellOf({ cell = "" }: ViewProps["fragment"]["state"]) {
  const [department = "", coordinate = ""] = cell.split(" ");
  return { department, coordinate };
}

function csvRows(
  every: readonly string[],
  shown: readonly string[],
  rows: readonly MatrixRow[],
): string[][] {
  return [
    ["数据提供部门 owner", "字段 field", "坐标 coordinate", ...shown],
    ...rows.map(({ field, cells }) => [
      field.owner,
      field.zh,
      field.coordinate,
      ...shown.map((name) => cells[every.indexOf(name)]?.duties.join(" ") ?? ""),
    ]),
  ];
}
