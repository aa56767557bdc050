import { LIMITS } from "../limits.js";
import { lineTooLong } from "../refusals.js";
import type { CellFault, RawRow } from "../raw-row.js";
import { dateText, numberText, type CellText } from "./cell-text.js";
import type { PackedTexts } from "./packed-texts.js";
import type { XmlHandler } from "./read-xml.js";
import { RichText } from "./rich-text.js";

/** What the cells of a sheet refer to. */
export interface CellSources {
  readonly texts: PackedTexts;
  readonly dateStyles: ReadonlySet<number>;
  readonly from1904: boolean;
}

/** Takes the rows out of a sheet's XML (ECMA-376, 18.3.1); whoever feeds it takes them from `rows`. */
export class SheetRows implements XmlHandler {
  readonly rows: RawRow[] = [];
  private line = 0;
  private cells: string[] = [];
  private faults: Map<number, CellFault> | null = null;
  private length = 0;
  private place = -1;
  private type = "n";
  private style = 0;
  private value = "";
  private inValue = false;
  private hasFormula = false;
  private readonly rich = new RichText();

  constructor(
    private readonly name: string,
    private readonly sources: CellSources,
  ) {}

  open(element: string, attributes: Readonly<Record<string, string>>): void {
    if (element === "row") this.beginRow(Number(attributes["r"] ?? this.line + 1));
    else if (element === "c") this.beginCell(attributes);
    else if (element === "v") this.inValue = true;
    else if (element === "f") this.hasFormula = true;
    else this.rich.open(element);
  }

  text(text: string): void {
    if (this.inValue) this.value += text;
    else this.rich.text(text);
  }

  close(element: string): void {
    if (element === "v") this.inValue = false;
    else if (element === "c") this.endCell();
    else if (element === "row") this.endRow();
    else this.rich.close(element);
  }

  private beginRow(line: number): void {
    this.line = line;
    this.cells = [];
    this.faults = null;
    this.length = 0;
    this.place = -1;
  }

  private beginCell(attributes: Readonly<Record<string, string>>): void {
    const reference = attributes["r"];
    this.place = reference === undefined ? this.place + 1 : columnOf(reference);
    if (!(this.place < LIMITS.columns)) throw lineTooLong(this.name, this.line);
    this.type = attributes["t"] ?? "n";
    this.style = Number(attributes["s"] ?? 0);
    this.value = "";
    this.hasFormula = false;
    this.rich.begin();
  }

  private endCell(): void {
    const { text, fault } = this.cellText();
    while (this.cells.length < this.place) this.cells.push("");
    this.cells[this.place] = text;
    this.length += text.length;
    if (this.length > LIMITS.lineLength) throw lineTooLong(this.name, this.line);
    const found = this.hasFormula ? "FORMULA" : fault;
    if (found) (this.faults ??= new Map()).set(this.place, found);
  }

  private endRow(): void {
    const { line, cells, faults } = this;
    this.rows.push(faults ? { line, cells, faults } : { line, cells });
  }

  private cellText(): CellText {
    const { type, value, sources } = this;
    switch (type) {
      case "s":
        return { text: sources.texts.at(Number(value)) ?? "", fault: null };
      case "inlineStr":
        return { text: this.rich.end(), fault: null };
      case "b":
        return { text: value === "1" ? "TRUE" : "FALSE", fault: null };
      case "e":
        return { text: value, fault: "CELL_ERROR" };
      case "n":
        return sources.dateStyles.has(this.style)
          ? dateText(value, sources.from1904)
          : numberText(value);
      default:
        return { text: value, fault: null };
    }
  }
}

/** The place of a cell by its reference, from 0: BC12 is 54. */
function columnOf(reference: string): number {
  let column = 0;
  for (let index = 0; index < reference.length; index += 1) {
    const code = reference.charCodeAt(index);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}
