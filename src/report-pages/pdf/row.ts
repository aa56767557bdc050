import type { Mark } from "../document/marks.js";

/*
 * A file is set as rows, one below the other: a heading, a paragraph, a name with its values, a row
 * of a table. Lengths are in points, from the left edge and the top edge of the text area.
 */

/** One line of text that is not to be broken any more. */
export interface Line {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
  /** Room kept free before it; a sign stands there. */
  readonly indent: number;
  readonly mark: Mark | null;
}

/** What a column is to those who have the file read aloud: a structure type of PDF 1.7, 14.8.4. */
export type Tag = "H1" | "H2" | "H3" | "P" | "TH" | "TD";

/** Lines under one another. */
export interface TextColumn {
  readonly left: number;
  readonly width: number;
  readonly align: "start" | "end" | "centre";
  readonly tag: Tag;
  readonly lines: readonly Line[];
}

/** The border of a notice or of a finding, of which a row is a part. */
export interface Frame {
  readonly colour: string;
  readonly thickness: number;
  /** True for a second, thin line inside. */
  readonly double: boolean;
  /** Colour of a bar along the left edge; null for none. */
  readonly bar: string | null;
  /** Whether the border begins and ends with this row. */
  readonly top: boolean;
  readonly bottom: boolean;
}

/** What stands side by side; it is split between two sheets only where one cannot hold it. */
export interface Row {
  readonly columns: readonly TextColumn[];
  /** Space before it, none at the top of a sheet. */
  readonly margin: number;
  /** Space within it, above and below the text. */
  readonly padding: readonly [number, number];
  readonly fill: string | null;
  readonly frame: Frame | null;
  /** The line below it; null for none. */
  readonly rule: { readonly colour: string; readonly thickness: number } | null;
  /** True where it stays on one sheet with the next row. */
  readonly keep: boolean;
  /** True where it begins a sheet. */
  readonly newSheet: boolean;
  /** Name of the table that it is a row of; null for none. */
  readonly table: string | null;
  /** The head of that table, repeated on top of every sheet; null for the head itself. */
  readonly head: Row | null;
}

/** Height of a line of that size of type. */
export const leading = (size: number): number => size * 1.45;

/** Height of a row without its margin. */
export function rowHeight({ columns, padding: [above, below] }: Row): number {
  return above + Math.max(0, ...columns.map(linesHeight)) + below;
}

function linesHeight({ lines }: TextColumn): number {
  return lines.reduce((height, { size }) => height + leading(size), 0);
}

/** A row in two: as much as fits into a height, and the rest; null where not one line fits. */
export function splitRow(row: Row, height: number): readonly [Row, Row] | null {
  const [above, below] = row.padding;
  const room = height - above - below;
  const fitting = row.columns.map((column) => fittingLines(column, room));
  if (fitting.every((count) => count === 0)) return null;
  const part = (take: (lines: readonly Line[], count: number) => readonly Line[]) =>
    row.columns.map((column, index) => ({
      ...column,
      lines: take(column.lines, fitting[index] ?? 0),
    }));
  const { frame } = row;
  return [
    {
      ...row,
      columns: part((lines, count) => lines.slice(0, count)),
      rule: null,
      frame: frame && { ...frame, bottom: false },
    },
    {
      ...row,
      columns: part((lines, count) => lines.slice(count)),
      margin: 0,
      newSheet: false,
      frame: frame && { ...frame, top: false },
    },
  ];
}

function fittingLines({ lines }: TextColumn, room: number): number {
  let used = 0;
  let count = 0;
  for (const { size } of lines) {
    used += leading(size);
    if (used > room) break;
    count += 1;
  }
  return count;
}
