import { CellError } from "../../intake/mapping/cell-error.js";
import type { ColumnMapping } from "../../intake/mapping/file-mapping.js";

/** A row of a sample file that must be refused, and why. */
export interface PlantedMistake {
  /** Line of the file, from 1. */
  readonly line: number;
  /** Code of the row's only error. */
  readonly code: string;
}

/** Cells of a row that is wrong, and the code of what is wrong with it. */
export interface WrongRow {
  readonly cells: readonly string[];
  readonly code: string;
}

/** Makes a wrong row of a right one; null where the file has no column for such a mistake. */
type Spoiler = (cells: readonly string[], columns: readonly ColumnMapping[]) => WrongRow | null;

/** Mistakes in the order in which they are planted. */
export const SPOILERS: readonly Spoiler[] = [
  inOneCell("ID_NUMBER_CHECK_DIGIT", (number) =>
    number.replace(/.$/, (last) => (last === "0" ? "1" : "0")),
  ),
  inOneCell("CODE_UNKNOWN", () => "ZZ"),
  inOneCell("DATE", () => "2025-02-30"),
  inOneCell("MONEY_NEGATIVE", () => "-120.00"),
  (cells) => ({ cells, code: "KEY_TWICE" }),
  (cells) => ({ cells: cells.slice(0, Math.floor(cells.length / 2)), code: "ROW_TOO_SHORT" }),
];

/** Spoils the first cell whose column then says so. */
function inOneCell(code: string, spoil: (cell: string) => string): Spoiler {
  return (cells, columns) => {
    const place = cells.findIndex((cell, index) => {
      const column = columns[index];
      return cell !== "" && column !== undefined && errorOf(column, spoil(cell)) === code;
    });
    if (place < 0) return null;
    return { cells: cells.with(place, spoil(cells[place] as string)), code };
  };
}

function errorOf({ value }: ColumnMapping, cell: string): string | null {
  try {
    value.read(cell, () => undefined);
    return null;
  } catch (error) {
    if (!(error instanceof CellError)) throw error;
    return error.code;
  }
}
