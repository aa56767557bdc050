/** Lines whose columns stand under one another, the headings first; a Chinese character takes two places. */
export function tableOf(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): string[] {
  const all = [headings, ...rows];
  const widths = headings.map((_, place) =>
    Math.max(...all.map((row) => widthOf(row[place] ?? ""))),
  );
  return all.map((row) =>
    row
      .map((cell, place) => cell + " ".repeat((widths[place] ?? 0) - widthOf(cell)))
      .join("  ")
      .trimEnd(),
  );
}

/** Columns on a terminal. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > "\u2e7f" ? 2 : 1), 0);
}
