import { unreadable } from "../refusals.js";
import type { RawRow, Table } from "../raw-row.js";
import { readDateStyles } from "./date-styles.js";
import { readXml } from "./read-xml.js";
import { readSharedStrings } from "./shared-strings.js";
import { findSheet } from "./sheets.js";
import { SheetRows } from "./sheet-rows.js";
import { openWorkbookZip } from "./workbook-zip.js";

/** The rows of a workbook's sheet: that of the title, or the first that is not hidden. Formulas are never evaluated. */
export function workbookTable(path: string, name: string, title?: string): Table {
  return { ragged: true, rows: (onProgress) => readRows(path, name, title, onProgress) };
}

async function* readRows(
  path: string,
  name: string,
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
    const { packed, inflated } = zip.size(sheet.part);
    let done = 0;
    for await (const bytes of readXml(part, name, reading)) {
      done += bytes;
      yield* reading.rows.splice(0);
      onProgress?.(Math.round((packed * done) / Math.max(1, inflated)));
    }
  } finally {
    zip.close();
  }
}
