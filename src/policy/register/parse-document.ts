import { sha256Hex } from "../sha256.js";
import { documentTitle } from "./document-title.js";
import { findLists, readParentheses, shown, type FoundList } from "./find-lists.js";
import { readOutline, type Outline, type OutlineItem } from "./outline.js";
import { outermostParentheses } from "./parentheses.js";
import { RegisterError } from "./register-error.js";
import type { BasisStatus, RegisterDocument, RegisterDuty } from "./register.js";
import type { RegisterWarning, Warn } from "./register-warning.js";
import { sourceLines, withoutSpaces } from "./source-line.js";

/** What the document itself does not say. */
export interface ParseOptions {
  /** Official names, aliases and collectives: they count as bodies however they end; others are warned of. */
  readonly knownNames?: Iterable<string>;
  /** Of the source file's bytes; without it, of the text in UTF-8. */
  readonly sha256?: string;
  readonly basisStatus?: BasisStatus;
  readonly validFrom?: string | null;
}

/** A document's duties, and what an operator should look at. */
export interface ParsedDocument {
  readonly document: RegisterDocument;
  readonly duties: readonly RegisterDuty[];
  readonly warnings: readonly RegisterWarning[];
}

/**
 * Reads the responsibility lists of a document, in its order; the same text and options give the same result.
 * @throws RegisterError with the line: NO_LIST, NO_ITEM, ITEM_TWICE, ITEM_INSIDE_LINE, LIST_OUTSIDE_ITEM,
 * UNCLOSED_PARENTHESIS, UNOPENED_PARENTHESIS.
 */
export function parseDocument(text: string, options: ParseOptions = {}): ParsedDocument {
  const warnings: RegisterWarning[] = [];
  const warn: Warn = (code, line, message) => warnings.push({ code, line, message });
  const known = new Set(options.knownNames ?? []);
  const basisStatus = options.basisStatus ?? "draft";
  const outline = readOutline(sourceLines(text), warn);
  outline.preamble.forEach(outermostParentheses);
  refuseLooseLists(outline, known);
  const title = documentTitle(outline.preamble);
  if (title === "") warn("TITLE_MISSING", 1, "no title stands before the first section");
  const duties = outline.items.flatMap((item) =>
    findLists(item, known, warn).map((list, index) =>
      dutyOf(item, list, index + 1, basisStatus, options.validFrom ?? null),
    ),
  );
  if (duties.length === 0) {
    throw new RegisterError(
      "NO_LIST",
      "the document has no department list: a parenthesis with names of bodies at the end of a task",
      outline.items[0]?.line ?? 1,
    );
  }
  if (options.knownNames) warnOfUnknownNames(duties, known, warn);
  const sha256 = options.sha256 ?? sha256Hex(text);
  warnings.sort((a, b) => a.line - b.line);
  return { document: { title, sha256, basisStatus }, duties, warnings };
}

function dutyOf(
  item: OutlineItem,
  { line, open, names, task }: FoundList,
  list: number,
  basisStatus: BasisStatus,
  validFrom: string | null,
): RegisterDuty {
  const wording = withoutSpaces(task);
  const digest = sha256Hex(wording).slice(0, 16);
  return {
    id: `${item.number}.${list}`,
    section: item.section,
    item: item.number,
    list,
    title: item.title,
    departments: [...new Set(names)],
    validFrom,
    validTo: null,
    basisStatus,
    position: { line: line.number, offset: line.offset + open },
    ...(wording === "" ? {} : { taskDigest: digest }),
  };
}

/** A list that belongs to no item has no number: better no register than one that leaves it out. */
function refuseLooseLists({ items, loose, preamble }: Outline, known: ReadonlySet<string>): void {
  const lines = items.length === 0 ? [...preamble, ...loose] : loose;
  for (const line of lines) {
    const list = readParentheses(line, 0, known).find(({ reading }) => reading.kind === "LIST");
    if (!list) continue;
    if (items.length > 0) {
      throw new RegisterError(
        "LIST_OUTSIDE_ITEM",
        `${shown(line, list.open, list.close)} stands under no item, so it has no number`,
        line.number,
      );
    }
    throw new RegisterError(
      "NO_ITEM",
      "lists, but no item numbers such as （一）: if the word processor numbers the headings by itself, " +
        "turn the numbers into text, or save the document as plain text",
      line.number,
    );
  }
}

function warnOfUnknownNames(
  duties: readonly RegisterDuty[],
  known: ReadonlySet<string>,
  warn: Warn,
): void {
  const seen = new Set(known);
  for (const { departments, position, id } of duties) {
    for (const name of departments.filter((name) => !seen.has(name))) {
      seen.add(name);
      warn("NAME_UNKNOWN", position.line, `${name} (duty ${id}) is not in departments.json`);
    }
  }
}
