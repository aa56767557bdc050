import type PDFDocument from "pdfkit";
import { MARKS, type Mark } from "../document/marks.js";
import { glyphRuns } from "./glyph-runs.js";
import type { PlacedRow, Sheet } from "./paginate.js";
import { leading, rowHeight, type Line, type Row, type TextColumn } from "./row.js";
import type { Ruler } from "./ruler.js";
import { AREA } from "./sheet.js";

/** A file that is being written. */
export type Pdf = InstanceType<typeof PDFDocument>;

/** Thickness of the outline that makes letters bold, in sizes of the type. */
const BOLD = 0.03;

/** Draws rows on the current page, and tells those who have the file read aloud what each is. */
export class SheetDrawer {
  private readonly root;
  private table: { readonly name: string; readonly element: PDFKit.PDFStructureElement } | null =
    null;

  constructor(
    private readonly pdf: Pdf,
    private readonly ruler: Ruler,
  ) {
    this.root = pdf.struct("Document");
    pdf.addStructure(this.root);
  }

  /** Draws one sheet on the current page. */
  drawSheet(sheet: Sheet): void {
    for (const placed of sheet) this.drawRow(placed);
  }

  /** Nothing is drawn any more. */
  end(): void {
    this.root.end();
  }

  private drawRow({ row, top, repeated }: PlacedRow): void {
    const y = AREA.top + top;
    this.asArtifact(() => {
      this.drawGround(row, y);
      if (repeated) for (const column of row.columns) this.drawColumn(column, y + row.padding[0]);
    });
    if (repeated) return;
    const parent = this.parentOf(row);
    for (const column of row.columns) {
      if (column.lines.length === 0 && column.tag === "P") continue;
      const element = this.pdf.struct(column.tag);
      parent.add(element);
      element.add(() => this.drawColumn(column, y + row.padding[0]));
      element.end();
    }
  }

  /** Where the columns of a row belong: to a row of their table, or to the document. */
  private parentOf({ table }: Row): PDFKit.PDFStructureElement {
    if (table === null) {
      this.table = null;
      return this.root;
    }
    if (this.table?.name !== table) {
      this.table = { name: table, element: this.pdf.struct("Table") };
      this.root.add(this.table.element);
    }
    const row = this.pdf.struct("TR");
    this.table.element.add(row);
    return row;
  }

  /** Draws what is no content: nobody has a border read aloud. */
  asArtifact(draw: () => void): void {
    this.pdf.markContent("Artifact");
    draw();
    this.pdf.endMarkedContent();
  }

  private drawGround(row: Row, y: number): void {
    const { pdf } = this;
    const height = rowHeight(row);
    if (row.fill) pdf.rect(AREA.left, y, AREA.width, height).fill(row.fill);
    if (row.rule) {
      const { colour, thickness } = row.rule;
      const inset = row.frame ? 0.5 : 0;
      this.line(AREA.left + inset, y + height, AREA.left + AREA.width - inset, y + height, {
        colour,
        thickness,
      });
    }
    if (row.frame) this.drawFrame(row, y, height);
    for (const column of row.columns) this.drawMarks(column, y + row.padding[0]);
  }

  private drawFrame({ frame }: Row, y: number, height: number): void {
    if (!frame) return;
    const { colour, thickness, double, bar, top, bottom } = frame;
    const right = AREA.left + AREA.width;
    const border = (inset: number, width: number) => {
      const style = { colour, thickness: width };
      const [x1, x2] = [AREA.left + inset, right - inset];
      const [y1, y2] = [y + (top ? inset : 0), y + height - (bottom ? inset : 0)];
      this.line(x1, y1, x1, y2, style);
      this.line(x2, y1, x2, y2, style);
      if (top) this.line(x1, y1, x2, y1, style);
      if (bottom) this.line(x1, y2, x2, y2, style);
    };
    border(0, thickness);
    if (double) border(thickness + 1, thickness / 3);
    if (bar) this.pdf.rect(AREA.left - 0.4, y, 4, height).fill(bar);
  }

  private line(
    x1: number,
    y1: number,
    x2: number,
    y2: number,
    { colour, thickness }: { readonly colour: string; readonly thickness: number },
  ): void {
    this.pdf.moveTo(x1, y1).lineTo(x2, y2).lineCap("square").lineWidth(thickness).stroke(colour);
  }

  private drawMarks(column: TextColumn, y: number): void {
    let top = y;
    for (const line of column.lines) {
      if (line.mark) this.drawMark(line.mark, this.startOf(column, line), top, line.size);
      top += leading(line.size);
    }
  }

  private drawMark(mark: Mark, x: number, y: number, size: number): void {
    const { path, filled, colour } = MARKS[mark];
    const side = size * 0.85;
    this.pdf
      .save()
      .translate(x, y + (leading(size) - side) / 2)
      .scale(side / 10);
    this.pdf.lineWidth(1.3).lineJoin("round").lineCap("round").path(path);
    if (filled) this.pdf.fillAndStroke(colour, colour);
    else this.pdf.stroke(colour);
    this.pdf.restore();
  }

  private drawColumn(column: TextColumn, y: number): void {
    let top = y;
    for (const line of column.lines) {
      this.drawText(line, this.startOf(column, line) + line.indent, top);
      top += leading(line.size);
    }
  }

  /** Left edge of a line with its sign. */
  private startOf({ left, width, align }: TextColumn, { text, size, indent }: Line): number {
    if (align === "start") return AREA.left + left;
    const free = width - indent - this.ruler.widthOf(text, size);
    return AREA.left + left + (align === "end" ? free : free / 2);
  }

  /** Draws a line of text, its fonts on one base line. */
  drawText(
    { text, size, bold, colour }: Pick<Line, "text" | "size" | "bold" | "colour">,
    x: number,
    top: number,
  ): void {
    const base = top + leading(size) / 2 + size * 0.36;
    let at = x;
    this.pdf.fontSize(size).fillColor(colour);
    if (bold) this.pdf.strokeColor(colour).lineWidth(size * BOLD);
    for (const run of glyphRuns(text)) {
      this.pdf.font(run.font).text(run.text, at, base, {
        lineBreak: false,
        baseline: "alphabetic",
        fill: true,
        stroke: bold,
      });
      at += this.ruler.runWidth(run.font, run.text) * size;
    }
  }
}
