import type { Cell, Column, Table } from "../document/document.js";
import type { Row, Tag } from "./row.js";
import { AREA, COLOURS } from "./sheet.js";
import { row, type Typesetter } from "./typesetter.js";

/** Between the edge of a column and its text. */
const INSET = 4;

/** A table: its head, which every sheet repeats, and its rows, a group's heading with its first row. */
export function tableRows(
  { columns, groups }: Table,
  id: string,
  size: number,
  typesetter: Typesetter,
): readonly Row[] {
  const edges = edgesOf(columns);
  const set = (cells: readonly Cell[], tags: (index: number) => Tag, bold: boolean) =>
    cells.map((cell, index) => {
      const [left = 0, right = AREA.width] = edges.slice(index, index + 2);
      const align = columns[index]?.align ?? "start";
      const style = { size, bold, align, tag: tags(index) };
      return typesetter.column(left + INSET, right - left - 2 * INSET, [cell], style);
    });
  const headings = columns.map(({ heading }) => ({ text: heading }));
  const head = row(
    set(headings, () => "TH", true),
    {
      margin: 8,
      padding: [2, 3],
      rule: { colour: COLOURS.line, thickness: 1 },
      keep: true,
      table: id,
    },
  );
  const body = groups.flatMap(({ heading, rows }) => {
    const cells = rows.map((one) =>
      row(
        set(one, (index) => (index === 0 ? "TH" : "TD"), false),
        {
          padding: [2, 2],
          rule: { colour: COLOURS.faint, thickness: 0.5 },
          table: id,
          head,
        },
      ),
    );
    if (heading === null) return cells;
    const style = { size, bold: true, tag: "TH" } as const;
    const title = typesetter.column(INSET, AREA.width - 2 * INSET, [{ text: heading }], style);
    const rule = { colour: COLOURS.line, thickness: 0.5 };
    return [row([title], { padding: [7, 2], rule, keep: true, table: id, head }), ...cells];
  });
  return [head, ...body];
}

/** Where the columns begin, and where the last one ends. */
function edgesOf(columns: readonly Column[]): readonly number[] {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const edges = [0];
  let reached = 0;
  for (const { width } of columns) {
    reached += width;
    edges.push((reached / total) * AREA.width);
  }
  return edges;
}
