import { csvLine } from "../../intake/csv-line.js";
import type { ColumnMapping, FileMapping } from "../../intake/mapping/file-mapping.js";
import { PROVENANCE_COLUMNS } from "../../intake/mapping/provenance-headers.js";
import { RandomStream } from "../random-stream.js";
import { encodeGb18030, isInGbk } from "./encode-gb18030.js";
import { SPOILERS, type PlantedMistake, type WrongRow } from "./planted-mistake.js";

/** Part of the cells that stand in another form than the official one. */
const ROUGH = 0.02;

/** Rows from one planted mistake to the next: at first, until every kind was there, and later. */
const FIRST_MISTAKES = 7;
const LATER_MISTAKES = 997;

/**
 * One file as a department might deliver it: the given rows, a few cells of which must be put
 * right, and among them rows that must be refused. The same rows give the same bytes.
 */
export class SampleFile {
  /** What must be refused of the lines so far. */
  readonly mistakes: PlantedMistake[] = [];
  private readonly stream: RandomStream;
  private readonly properties: readonly string[];
  private readonly columns: readonly ColumnMapping[];
  private readonly gb18030: boolean;
  private readonly titled: boolean;
  private readonly title: string;
  private line = 0;
  private rows = 0;
  private spoiled = 0;

  constructor(
    mapping: FileMapping,
    /** Official name of the department: the source of what has no other. */
    private readonly department: string,
    seed: number,
    place: number,
  ) {
    const columns = { ...mapping.columns, ...PROVENANCE_COLUMNS };
    this.stream = new RandomStream(seed, place, 7);
    this.properties = Object.keys(columns);
    this.columns = Object.values(columns) as ColumnMapping[];
    this.gb18030 = place % 3 === 1;
    this.titled = place % 5 === 2;
    this.title = mapping.title;
  }

  /** The bytes before the rows: a byte order mark, a title in some files, the header. */
  start(): Buffer {
    const title = this.titled ? this.text([`浦江县${this.title}`]) : "";
    const header = this.text(this.columns.map(({ header }) => header));
    return this.encoded(`${this.gb18030 ? "" : "\ufeff"}${title}${header}`);
  }

  /** The bytes of further rows. */
  add(rows: Iterable<Readonly<Record<string, unknown>>>): Buffer {
    let text = "";
    for (const row of rows) {
      const cells = this.columns.map(({ value }, place) =>
        this.cell(value, this.valueOf(row, place)),
      );
      text += this.text(cells);
      const wrong = this.isMistakeDue() ? this.nextMistake(row) : null;
      if (wrong) {
        text += this.text(wrong.cells);
        this.mistakes.push({ line: this.line, code: wrong.code });
      }
      this.rows += 1;
    }
    return this.encoded(text);
  }

  private valueOf(row: Readonly<Record<string, unknown>>, place: number): unknown {
    const property = this.properties[place] as string;
    const value = row[property] ?? null;
    return property === "originalSource" && value === this.department ? null : value;
  }

  private cell(column: ColumnMapping["value"], value: unknown): string {
    if (value === null) return "";
    if (!this.stream.chance(ROUGH)) return column.write(value);
    const all = column.alternatives?.(value) ?? [];
    const forms = this.gb18030 ? all.filter(isInGbk) : all;
    return forms.length > 0 ? this.stream.pick(forms) : column.write(value);
  }

  private isMistakeDue(): boolean {
    const every = this.spoiled < SPOILERS.length ? FIRST_MISTAKES : LATER_MISTAKES;
    return this.rows % every === 3;
  }

  /** The next kind of mistake that the file has a column for, in a copy of a row. */
  private nextMistake(row: Readonly<Record<string, unknown>>): WrongRow | null {
    const cells = this.columns.map(({ value }, place) => {
      const written = this.valueOf(row, place);
      return written === null ? "" : value.write(written);
    });
    for (let tried = 0; tried < SPOILERS.length; tried += 1) {
      const spoil = SPOILERS[this.spoiled % SPOILERS.length] as (typeof SPOILERS)[number];
      this.spoiled += 1;
      const wrong = spoil(cells, this.columns);
      if (wrong) return wrong;
    }
    return null;
  }

  private text(cells: readonly string[]): string {
    this.line += 1;
    return csvLine(cells);
  }

  private encoded(text: string): Buffer {
    return this.gb18030 ? encodeGb18030(text) : Buffer.from(text);
  }
}
