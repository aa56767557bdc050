import type { ReportDocument } from "../document/document.js";

/** The sheets of one report: A4, its title and number on top, its code and the pages below. */
export function printStyle({ title, number, code, state }: ReportDocument): string {
  return `
@page {
  size: A4;
  margin: 20mm 15mm 18mm;
  font: 8pt/1.3 sans-serif;
  color: #333;
  @top-left { content: ${cssText(title)}; }
  @top-right { content: ${cssText(`${number} · ${state}`)}; }
  @bottom-left { content: ${cssText(code)}; }
  @bottom-right { content: counter(page) " / " counter(pages); }
}
`;
}

/** A quoted text of a style sheet: all but plain letters and digits as escapes. */
export function cssText(text: string): string {
  const escaped = Array.from(text, (character) =>
    /[A-Za-z0-9 ]/.test(character) ? character : `\\${hexOf(character)} `,
  );
  return `"${escaped.join("")}"`;
}

/** The code point; that of U+FFFD for half a character and for NUL, which no style sheet has. */
function hexOf(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return (point === 0 || (point >= 0xd800 && point < 0xe000) ? 0xfffd : point).toString(16);
}
