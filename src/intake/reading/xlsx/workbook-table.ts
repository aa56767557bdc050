import { unreadable } from "../refusals.js";
import type { RawRow, Table } from "../raw-row.js";
import { readDateStyles } from "./date-styles.js";
import { readXml } from "./read-xml.js";
import { readSharedStrings } from "./shared-strings.js";
import { findSheet } from "./sheets.js";
import { SheetRows } from "./sheet-rows.js";
import { openWorkbookZip } from "./workbook-zip.js";

/** Where a workbook is, and its bytes. */
export interface WorkbookFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
}

/** The rows of a workbook's sheet: that of the title, or the first that is not hidden. Formulas are never evaluated. */
export function workbookTable(file: WorkbookFile, title?: string): Table {
  return { ragged: true, rows: (onProgress) => readRows(file, title, onProgress) };
}

async function* readRows(
  { path, name, bytes }: WorkbookFile,
  title: string | undefined,
  onProgress?: (bytesRead: number) => void,
): AsyncGenerator<RawRow> {
  const zip = await openWorkbookZip(path, name);
  try {
    const sheet = await findSheet(zip, name, title);
    const texts = await readSharedStrings(zip, name);
    const dateStyles = await readDateStyles(zip, name);
    const part = await zip.read(sheet.part);
    if (!part) throw unreadable(name, "缺少工作表", "the sheet is missing");
    const reading = new SheetRows(name, { texts, dateStyles, from1904: sheet.from1904 });
    const whole = zip.inflatedBytes(sheet.part);
    let done = 0;
    for await (const read of readXml(part, name, reading)) {
      done += read;
      yield* reading.rows.splice(0);
      onProgress?.(Math.round((bytes * done) / whole));
    }
  } finally {
    zip.close();
  }
}
