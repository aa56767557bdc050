import type { Correction } from "../mapping/cell-value.js";
import type { ClearRow, FileMapping } from "../mapping/file-mapping.js";

/** A header as it was found, with the property it stands for; null where the mapping does not know it. */
export interface MappedHeader {
  readonly header: string;
  readonly property: string | null;
}

/** What is wrong with a row, and what would be right; null where nobody can know. */
export interface RowError {
  readonly header: string;
  readonly code: string;
  readonly message: string;
  readonly expected: string | null;
}

/** A row of a file: read, or refused with every error it has. `line` counts from 1, the header included. */
export type FileRow =
  | {
      readonly line: number;
      readonly cells: readonly string[];
      readonly row: ClearRow;
      readonly asOf?: string;
      readonly originalSource?: string;
    }
  | {
      readonly line: number;
      readonly cells: readonly string[];
      readonly errors: readonly RowError[];
    };

/** A row that could not be read, with every error it has. */
export type RefusedRow = Extract<FileRow, { readonly errors: unknown }>;

/** A file that was recognised as one of a department's kinds. */
export interface OpenedFile {
  readonly mapping: FileMapping;
  /** Base name. */
  readonly name: string;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly hash: string;
  readonly bytes: number;
  readonly encoding: "UTF-8" | "GB18030" | "XLSX";
  readonly headers: readonly MappedHeader[];
  /** Headers that the mapping does not know; their columns are not read. */
  readonly unknownHeaders: readonly string[];
  /** What was put right in the rows that were read; it grows while they are, and starts anew with them. */
  readonly corrections: ReadonlyMap<Correction, number>;
  /**
   * The rows below the header, one after another.
   * @throws IntakeError where the rest of the file cannot be read
   */
  rows(onProgress?: (bytesRead: number) => void): AsyncIterable<FileRow>;
}
