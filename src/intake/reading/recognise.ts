import type { FileMapping } from "../mapping/file-mapping.js";
import { headerIndex, type MatchedHeader } from "../mapping/header-index.js";
import { isBlank } from "../mapping/narrowed.js";
import { PROVENANCE_COLUMNS } from "../mapping/provenance-headers.js";
import type { RawRow } from "./raw-row.js";

/** How far down a header is looked for: titles and remarks may stand above it. */
export const HEADER_LINES = 10;

/** How the cells of a row fit a mapping's headers. */
export interface Fit {
  readonly mapping: FileMapping;
  readonly row: RawRow;
  /** By place; null of a header that the mapping does not know. */
  readonly headers: readonly (MatchedHeader | null)[];
  /** The mapping's properties that were found. */
  readonly found: ReadonlySet<string>;
  /** True where the whole key is there. */
  readonly hasKey: boolean;
}

/** The row among the first ones that is most of a header, with how it fits each mapping; null where none is one. */
export function findHeader(
  rows: readonly RawRow[],
  mappings: readonly FileMapping[],
): readonly Fit[] | null {
  let best: readonly Fit[] | null = null;
  let most = 1;
  for (const row of rows) {
    const fits = mappings.map((mapping) => fitOf(row, mapping));
    const found = Math.max(0, ...fits.map((fit) => fit.found.size));
    if (found <= most) continue;
    [best, most] = [fits, found];
  }
  return best;
}

/**
 * The fits that are good enough to say what the file is, best first: the whole key and something
 * besides, which is half of the kind's columns or half of the file's headers.
 */
export function goodFits(fits: readonly Fit[]): readonly Fit[] {
  return fits
    .filter(
      (fit) => fit.hasKey && saysMoreThanKey(fit) && (shareOf(fit) >= 0.5 || isMostOfFile(fit)),
    )
    .sort((one, other) => other.found.size - one.found.size || shareOf(other) - shareOf(one));
}

/** True of a file that has more of a kind than its key: otherwise its records would say nothing. */
export function saysMoreThanKey({ mapping, found }: Fit): boolean {
  return [...found].some((property) => !mapping.key.includes(property));
}

/** True where two fits are as good as one another. */
export function equallyGood(one: Fit, other: Fit): boolean {
  return one.found.size === other.found.size && shareOf(one) === shareOf(other);
}

/** True of a row that has words in its cells and no data: the header of something. */
export function looksLikeHeader({ cells }: RawRow): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.length >= 2 && filled.every((cell) => !/\d{4}|^\s*-?\d+([.,]\d+)*\s*$/.test(cell));
}

function fitOf(row: RawRow, mapping: FileMapping): Fit {
  const index = headerIndex(mapping);
  const headers = row.cells.slice(0, widthOf(row)).map(index);
  const found = new Set(
    headers.flatMap((header) =>
      header && !Object.hasOwn(PROVENANCE_COLUMNS, header.property) ? [header.property] : [],
    ),
  );
  return { mapping, row, headers, found, hasKey: mapping.key.every((key) => found.has(key)) };
}

/** How many cells a header has, blank ones at its end left out. */
function widthOf({ cells }: RawRow): number {
  return cells.findLastIndex((cell) => !isBlank(cell)) + 1;
}

function isMostOfFile({ headers, found, row }: Fit): boolean {
  const named = headers.filter((_, place) => !isBlank(row.cells[place] ?? ""));
  return found.size * 2 >= named.length;
}

function shareOf({ mapping, found }: Fit): number {
  return found.size / Object.keys(mapping.columns).length;
}
