import type { FileRow, OpenedFile } from "../../intake/reading/opened-file.js";

/** Rows of a preview. */
const ROWS = 5;

/** How a file's headers, and its first rows, are read. */
export async function preview(file: OpenedFile, json: boolean, rows = ROWS): Promise<string> {
  const { mapping, encoding, headers } = file;
  const first: FileRow[] = [];
  for await (const row of file.rows()) {
    first.push(row);
    if (first.length >= rows) break;
  }
  const { kind, title } = mapping;
  if (json) return `${JSON.stringify({ kind, title, encoding, headers, rows: first })}\n`;
  const lines = [
    `${kind}  ${title}  ${encoding}`,
    ...headers.map(({ header, property }) => `  ${header} → ${property ?? "不导入 not loaded"}`),
    ...first.flatMap(rowLines),
  ];
  return `${lines.join("\n")}\n`;
}

function rowLines(row: FileRow): string[] {
  const title = `第 ${row.line} 行 row ${row.line}`;
  if ("errors" in row) {
    return [title, ...row.errors.map(({ header, message }) => `  × ${header}：${message}`)];
  }
  const values = Object.entries(row.row).map(
    ([property, value]) => `${property} ${value === null ? "—" : String(value)}`,
  );
  return [title, `  ${values.join(" | ")}`];
}
