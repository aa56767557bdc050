/** Rows as a CSV file (RFC 4180) that spreadsheets open: in UTF-8 with its mark, no cell a formula. */
export function csvText(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => `${row.map(cellText).join(",")}\r\n`);
  return `\uFEFF${lines.join("")}`;
}

function cellText(cell: string): string {
  const harmless = /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Gives the reader the rows as a file with this name. */
export function downloadCsv(name: string, rows: readonly (readonly string[])[]): void {
  const url = URL.createObjectURL(new Blob([csvText(rows)], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
