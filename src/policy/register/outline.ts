import { formatNumeral } from "./chinese-numeral.js";
import { headingReader, itemInsideLine, type Heading } from "./headings.js";
import { RegisterError } from "./register-error.js";
import type { Warn } from "./register-warning.js";
import { withoutSpaces, type SourceLine } from "./source-line.js";

/** The part of a line that belongs to an item: from `start` to the line's end. */
export interface Passage {
  readonly line: SourceLine;
  readonly start: number;
}

/** An item of the document with its text. */
export interface OutlineItem {
  readonly section: number;
  readonly number: number;
  readonly title: string;
  readonly line: number;
  readonly passages: Passage[];
}

/** A document in its numbered parts. */
export interface Outline {
  /** The lines before the first heading. */
  readonly preamble: readonly SourceLine[];
  readonly items: readonly OutlineItem[];
  /** The lines of sections outside any item, section headings included. */
  readonly loose: readonly SourceLine[];
}

/**
 * Divides a document into sections and items; what follows an annex heading after the last item is left out.
 * @throws RegisterError ITEM_TWICE, ITEM_INSIDE_LINE
 */
export function readOutline(lines: readonly SourceLine[], warn: Warn): Outline {
  const headingOf = headingReader(lines);
  const preamble: SourceLine[] = [];
  const loose: SourceLine[] = [];
  const items: OutlineItem[] = [];
  let section: number | undefined;
  let item: OutlineItem | undefined;
  for (const line of lines) {
    const heading = headingOf(line, section ?? 0, items.at(-1)?.number ?? 0);
    if (!heading && item && ANNEX.test(line.text)) {
      warn("ANNEX_IGNORED", line.number, "an annex begins here; the rest is not read");
      break;
    }
    if (heading) checkOrder(heading, line, section, items, warn);
    if (heading?.kind === "ITEM") {
      item = openItem(heading, line, section ?? 0);
      items.push(item);
    } else if (heading) {
      section = heading.number;
      item = undefined;
      loose.push(line);
    } else if (item) {
      item.passages.push({ line, start: 0 });
    } else {
      (section === undefined ? preamble : loose).push(line);
    }
  }
  refuseHiddenItems(items);
  return { preamble, items, loose };
}

function openItem(heading: Heading, line: SourceLine, section: number): OutlineItem {
  const text = line.text.slice(heading.textStart);
  const title = /^[^。；;：:（]*/u.exec(text)?.[0] ?? "";
  const start = heading.textStart + title.length;
  return {
    section,
    number: heading.number,
    title: withoutSpaces(title),
    line: line.number,
    passages: [{ line, start: line.text[start] === "（" ? start : start + 1 }],
  };
}

function checkOrder(
  heading: Heading,
  line: SourceLine,
  section: number | undefined,
  items: readonly OutlineItem[],
  warn: Warn,
): void {
  const { kind, number } = heading;
  if (kind === "ITEM") {
    const first = items.find((item) => item.number === number);
    if (first) {
      throw new RegisterError(
        "ITEM_TWICE",
        `item （${formatNumeral(number)}） was already on line ${first.line}; duty ids need one number an item`,
        line.number,
      );
    }
    if (section === undefined) {
      warn("ITEM_WITHOUT_SECTION", line.number, `item ${number} stands before any section`);
    }
  }
  const previous = kind === "ITEM" ? (items.at(-1)?.number ?? 0) : (section ?? 0);
  const name = kind === "ITEM" ? "item" : "section";
  if (number !== previous + 1) {
    const order = kind === "ITEM" ? "ITEM_ORDER" : "SECTION_ORDER";
    warn(order, line.number, `${name} ${number} follows ${previous || "nothing"}`);
  }
  if (heading.western) {
    warn("WESTERN_NUMBER", line.number, `${name} ${number} is numbered in Western digits`);
  }
}

/** Where a line break was lost, the next item's lists would count under this one: refuse rather than misnumber. */
function refuseHiddenItems(items: readonly OutlineItem[]): void {
  const numbers = new Set(items.map((item) => item.number));
  for (const item of items) {
    const next = item.number + 1;
    const hidden = item.passages.find(
      ({ line, start }) => !numbers.has(next) && itemInsideLine(line.text.slice(start), next),
    );
    if (hidden) {
      throw new RegisterError(
        "ITEM_INSIDE_LINE",
        `item （${formatNumeral(next)}） begins inside the line; put it on a line of its own`,
        hidden.line.number,
      );
    }
  }
}

const ANNEX = /^\s*附\s*件\s*[0-9０-９一二三四五六七八九十]*\s*([：:]|$)/u;
