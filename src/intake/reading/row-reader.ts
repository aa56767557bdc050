import { IntakeError } from "../intake-error.js";
import { CellError } from "../mapping/cell-error.js";
import type { CellValue, Correction } from "../mapping/cell-value.js";
import type { ClearRow, ColumnMapping } from "../mapping/file-mapping.js";
import { inTwoLanguages } from "../mapping/in-two-languages.js";
import { isBlank } from "../mapping/narrowed.js";
import { PROVENANCE_COLUMNS } from "../mapping/provenance-headers.js";
import { faultError, formulaError } from "./cell-faults.js";
import { isFormula } from "./formula.js";
import { KeyRegister } from "./key-register.js";
import { LIMITS } from "./limits.js";
import type { FileRow, RowError } from "./opened-file.js";
import type { RawRow } from "./raw-row.js";
import type { Fit } from "./recognise.js";

/** A column of the file that the mapping knows. */
interface ReadColumn {
  readonly place: number;
  readonly property: string;
  readonly header: string;
  readonly value: CellValue;
  readonly required: boolean;
}

const BETWEEN_KEYS = "\u001f";

/** Reads the rows of one file, below its header, one after another; it remembers the keys and what was put right. */
export class RowReader {
  private readonly columns: readonly ReadColumn[];
  private readonly absent: readonly string[];
  private readonly keys = new KeyRegister();
  private readonly width: number;
  private count = 0;
  private corrected: Correction[] = [];
  private readonly correct = (correction: Correction) => void this.corrected.push(correction);

  constructor(
    private readonly name: string,
    private readonly fit: Fit,
    private readonly ragged: boolean,
    private readonly corrections: Map<Correction, number>,
  ) {
    const { mapping, headers, found } = fit;
    this.width = headers.length;
    this.columns = headers.flatMap((header, place) => {
      if (!header) return [];
      const column: ColumnMapping | undefined =
        mapping.columns[header.property] ??
        PROVENANCE_COLUMNS[header.property as keyof typeof PROVENANCE_COLUMNS];
      const { value, required = false } = column as ColumnMapping;
      const shown = (fit.row.cells[place] ?? "").trim();
      return [{ place, property: header.property, header: shown, value, required }];
    });
    this.absent = Object.keys(mapping.columns).filter((property) => !found.has(property));
  }

  /** A row as it is loaded, or with its errors; null of one that is blank. @throws IntakeError FILE_TOO_LARGE */
  read(raw: RawRow): FileRow | null {
    const { line, cells } = raw;
    if (cells.every(isBlank)) return null;
    this.count += 1;
    if (this.count > LIMITS.rows) throw this.tooManyRows();
    const wrongWidth = this.wrongWidth(cells);
    if (wrongWidth) return { line, cells, errors: [wrongWidth] };
    this.corrected = [];
    const errors: RowError[] = [];
    const values: Record<string, unknown> = {};
    for (const column of this.columns) values[column.property] = this.readCell(raw, column, errors);
    if (errors.length > 0) return { line, cells, errors };
    for (const property of this.absent) values[property] = null;
    const twice = this.keyTwice(values, line);
    if (twice) return { line, cells, errors: [twice] };
    for (const correction of this.corrected) {
      this.corrections.set(correction, (this.corrections.get(correction) ?? 0) + 1);
    }
    return { line, cells, ...this.asLoaded(values) };
  }

  private readCell({ cells, faults }: RawRow, column: ReadColumn, errors: RowError[]): unknown {
    const { place, header, value, required } = column;
    const cell = cells[place] ?? "";
    try {
      const fault = faults?.get(place);
      if (fault) throw faultError(fault);
      if (isBlank(cell)) {
        if (required) throw missing();
        return null;
      }
      if (isFormula(cell)) throw formulaError();
      return value.read(cell, this.correct);
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      const { code, message, expected } = error;
      errors.push({ header, code, message, expected });
      return null;
    }
  }

  private asLoaded(values: Record<string, unknown>): {
    row: ClearRow;
    asOf?: string;
    originalSource?: string;
  } {
    const { asOf, originalSource, ...own } = values;
    const { derive } = this.fit.mapping;
    return {
      row: derive ? { ...own, ...derive(own) } : own,
      ...(typeof asOf === "string" ? { asOf } : {}),
      ...(typeof originalSource === "string" ? { originalSource } : {}),
    };
  }

  private wrongWidth(cells: readonly string[]): RowError | null {
    const { width, ragged } = this;
    const rest = cells.slice(width).filter((cell) => !isBlank(cell));
    if (rest.length === 0 && (ragged || cells.length >= width)) return null;
    const code = rest.length > 0 ? "ROW_TOO_LONG" : "ROW_TOO_SHORT";
    const message =
      rest.length > 0
        ? inTwoLanguages(
            `该行有 ${cells.length} 格，多于表头：${rest.join("、").slice(0, 200)}`,
            `the row has ${cells.length} cells, more than the header`,
          )
        : inTwoLanguages(
            `该行只有 ${cells.length} 格，内容不完整`,
            `the row has ${cells.length} cells only: it is cut off`,
          );
    return {
      header: "整行",
      code,
      message,
      expected: inTwoLanguages(`${width} 格`, `${width} cells`),
    };
  }

  private keyTwice(values: Readonly<Record<string, unknown>>, line: number): RowError | null {
    const { key, columns } = this.fit.mapping;
    const text = key.map((property) => String(values[property])).join(BETWEEN_KEYS);
    const first = this.keys.firstLine(text, line);
    if (first === null) return null;
    return {
      header: key.map((property) => columns[property]?.header ?? property).join("、"),
      code: "KEY_TWICE",
      message: inTwoLanguages(`与第 ${first} 行重复`, `the same record stands in line ${first}`),
      expected: inTwoLanguages("每条记录只出现一次", "every record once"),
    };
  }

  private tooManyRows(): IntakeError {
    return new IntakeError(
      "FILE_TOO_LARGE",
      inTwoLanguages(
        `文件 ${this.name} 超过 ${LIMITS.rows} 行`,
        `${this.name} has more than ${LIMITS.rows} rows`,
      ),
      { file: this.name, most: LIMITS.rows },
    );
  }
}

function missing(): CellError {
  return new CellError("REQUIRED", inTwoLanguages("必填项为空", "this may not be blank"));
}
