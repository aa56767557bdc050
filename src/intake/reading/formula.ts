/** What a spreadsheet takes for the beginning of a formula, in either width. */
const STARTS = /^[\s\u200b-\u200d\u2060]*[=+\-@\uff1d\uff0b\uff0d\uff20]/;

/** A number or a telephone number, whose sign is no formula. */
const NUMBER = /^\s*[+\-\uff0b\uff0d]\s*[\d\uff10-\uff19][\d\uff10-\uff19\s.,%-]*$/;

/**
 * True of a cell that a spreadsheet would run: `=1+2`, `@SUM(…)`, `-2+cmd|…`. Negative numbers,
 * telephone numbers and a dash before Chinese characters are none.
 */
export function isFormula(cell: string): boolean {
  if (!STARTS.test(cell) || NUMBER.test(cell)) return false;
  const start = cell.replace(/^[\s\u200b-\u200d\u2060]+/, "");
  if (/^[=@\uff1d\uff20]/.test(start)) return start.length > 1;
  return /[A-Za-z(|!'"=]|\d.*[+*/^]/.test(start.slice(1));
}

/** A cell that a spreadsheet shows as text, whatever it begins with; numbers stay numbers. */
export function withoutFormula(cell: string): string {
  return (STARTS.test(cell) && !NUMBER.test(cell)) || /^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
}
