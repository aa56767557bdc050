import { closeSync, openSync, writeSync } from "node:fs";
import { csvLine } from "../csv-line.js";
import { withoutFormula } from "./formula.js";
import type { OpenedFile, RefusedRow } from "./opened-file.js";

/** The refused rows of a file, as a CSV file that spreadsheets open. */
export interface ErrorFile {
  /** Adds a row: its cells as they were, the line, and of every error the field, what is wrong and what would be right. */
  write(row: RefusedRow): void;
  /** Writes what is not yet on disk. */
  close(): void;
}

const COLUMNS = ["行号", "字段", "问题", "应为"];
const BETWEEN_ERRORS = "；\n";
const CHUNK = 64 * 1024;

/**
 * Opens the error file of a file at a path, in place of what stood there: UTF-8 with byte order
 * mark, CRLF, readable by its owner alone. A cell that a spreadsheet would run begins with an
 * apostrophe; a long number, or one with a zero in front, with a tab, so that it keeps its digits.
 */
export function openErrorFile(path: string, { headers }: OpenedFile): ErrorFile {
  const file = openSync(path, "w", 0o600);
  const width = headers.length;
  let waiting = `\ufeff${csvLine([...headers.map(({ header }) => shown(header)), ...COLUMNS])}`;
  const flush = () => {
    writeSync(file, waiting);
    waiting = "";
  };
  return {
    write({ line, cells, errors }) {
      const original = Array.from({ length: width }, (_, place) => shown(cells[place] ?? ""));
      const joined = (text: (error: (typeof errors)[number]) => string) =>
        withoutFormula(errors.map(text).join(BETWEEN_ERRORS));
      waiting += csvLine([
        ...original,
        String(line),
        joined(({ header }) => header),
        joined(({ message }) => message),
        joined(({ expected }) => expected ?? "—"),
      ]);
      if (waiting.length >= CHUNK) flush();
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}

function shown(cell: string): string {
  return /^(0\d+|\d{12,}[\dXx]?)$/.test(cell) ? `\t${cell}` : withoutFormula(cell);
}
