/** One line of the decoded document. */
export interface SourceLine {
  /** Counted from 1. */
  readonly number: number;
  /** Of the line's first character in the decoded text, from 0. */
  readonly offset: number;
  /** As long as the line in the source: marks are blanked and half-width parentheses widened, nothing moves. */
  readonly text: string;
}

/** The lines of a document, freed of `[bookmark: …]` marks and with one kind of parenthesis. */
export function sourceLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let offset = 0;
  for (const line of text.split(/(?<=\r\n|\n|\r(?!\n)|[\u2028\u2029])/)) {
    const content = line.replace(/[\r\n\u2028\u2029]+$/, "");
    lines.push({ number: lines.length + 1, offset, text: normalised(content) });
    offset += line.length;
  }
  return lines;
}

function normalised(line: string): string {
  return line
    .replace(/\[bookmark[:：][^\]]*\]/gi, (mark) => " ".repeat(mark.length))
    .replaceAll("(", "（")
    .replaceAll(")", "）")
    .replaceAll("\uFEFF", " ");
}

/** The text without any white space, visible or not. */
export function withoutSpaces(text: string): string {
  return text.replace(/[\s\u200B-\u200D\u2060\uFEFF]/gu, "");
}
