import { parseNumeral } from "./chinese-numeral.js";
import type { SourceLine } from "./source-line.js";

/** The number that opens a line, and where the line's own text begins. */
export interface Heading {
  readonly kind: "SECTION" | "ITEM";
  readonly number: number;
  readonly textStart: number;
  /** Written in Western digits (`6、` for `六、`). */
  readonly western: boolean;
}

/**
 * Recognises the headings of one document, whose items are read in order. A Western number is a heading only
 * where it continues the count and the document has no such number in Chinese; else it numbers a point inside an item.
 */
export function headingReader(
  lines: readonly SourceLine[],
): (line: SourceLine, sectionBefore: number, itemBefore: number) => Heading | undefined {
  const written = lines
    .map((line) => headingOf(line.text))
    .filter((heading) => heading?.western === false);
  const isWritten = ({ kind, number }: Heading): boolean =>
    written.some((heading) => heading?.kind === kind && heading.number === number);
  return (line, sectionBefore, itemBefore) => {
    const heading = headingOf(line.text);
    if (!heading?.western) return heading;
    const next = (heading.kind === "SECTION" ? sectionBefore : itemBefore) + 1;
    const sentence = heading.kind === "SECTION" && line.text.includes("。");
    return heading.number === next && !isWritten(heading) && !sentence ? heading : undefined;
  };
}

function headingOf(text: string): Heading | undefined {
  const parts = SECTION.exec(text) ?? ITEM.exec(text);
  const number = parseNumeral(parts?.groups?.["number"] ?? "");
  if (!parts || number === undefined) return undefined;
  return {
    kind: /^\s*（/.test(text) ? "ITEM" : "SECTION",
    number,
    textStart: parts[0].length,
    western: /[0-9０-９]/.test(parts[0]),
  };
}

/** The place in a line where an item's number stands after a finished task; undefined where none does. */
export function itemInsideLine(text: string, item: number): number | undefined {
  for (const match of text.matchAll(INSIDE)) {
    if (match.index > 0 && parseNumeral(match.groups?.["number"] ?? "") === item)
      return match.index;
  }
  return undefined;
}

const SECTION = /^\s*(?<number>[一二三四五六七八九十]+|[0-9０-９]{1,2})\s*、/u;
const ITEM = /^\s*（\s*(?<number>[一二三四五六七八九十]+|[0-9０-９]{1,2})\s*）/u;
const INSIDE = /(?<=[。；）]\s*)（\s*(?<number>[一二三四五六七八九十]+)\s*）/gu;
