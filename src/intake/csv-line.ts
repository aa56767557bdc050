/** A line of a CSV file (RFC 4180) with its line break; a cell is quoted where it must be. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quotedCell).join(",")}\r\n`;
}

function quotedCell(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
