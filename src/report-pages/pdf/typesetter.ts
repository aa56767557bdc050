import type { Cell } from "../document/document.js";
import type { Mark } from "../document/marks.js";
import { breakLines } from "./break-lines.js";
import type { Line, Row, Tag, TextColumn } from "./row.js";
import type { Ruler } from "./ruler.js";
import { COLOURS } from "./sheet.js";

/** How a text is set. */
export interface TextStyle {
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly align?: TextColumn["align"];
  readonly tag: Tag;
}

/** Room that a sign takes, in sizes of the type. */
const MARK_WIDTH = 1.3;

/** Sets texts in columns. */
export class Typesetter {
  constructor(private readonly ruler: Ruler) {}

  /** A column with each cell on lines of its own; a sign stands before the first line of its cell. */
  column(left: number, width: number, cells: readonly Cell[], style: TextStyle): TextColumn {
    const { align = "start", tag } = style;
    const lines = cells.flatMap((cell) => this.lines(cell, width, style));
    return { left, width, align, tag, lines };
  }

  private lines({ text, mark }: Cell, width: number, style: TextStyle): readonly Line[] {
    const { size, bold = false, colour = COLOURS.ink } = style;
    const indent = mark ? size * MARK_WIDTH : 0;
    const line = (part: string, sign: Mark | null): Line => {
      return { text: part, size, bold, colour, indent, mark: sign };
    };
    const parts = breakLines(text, width - indent, size, this.ruler);
    return parts.map((part, index) => line(part, index === 0 ? (mark ?? null) : null));
  }
}

/** A row of columns, plain but for what is said of it. */
export function row(columns: readonly TextColumn[], more: Partial<Row> = {}): Row {
  return {
    columns,
    margin: 0,
    padding: [0, 0],
    fill: null,
    frame: null,
    rule: null,
    keep: false,
    newSheet: false,
    table: null,
    head: null,
    ...more,
  };
}
