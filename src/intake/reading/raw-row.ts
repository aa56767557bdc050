/** Why a spreadsheet's cell has no text that could be trusted. */
export type CellFault = "FORMULA" | "NUMBER_ROUNDED" | "CELL_ERROR";

/** A row as it stands in a file; `line` counts from 1. */
export interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** By the cell's place. */
  readonly faults?: ReadonlyMap<number, CellFault>;
}

/** A file taken apart into rows and cells. */
export interface Table {
  /** True where blank cells at the end of a row are left out. */
  readonly ragged: boolean;
  /**
   * The rows, read anew with each call; `onProgress` is told how many of the file's bytes are done.
   * @throws IntakeError where the file cannot be read on
   */
  rows(onProgress?: (bytesRead: number) => void): AsyncIterable<RawRow>;
}
