import { createHash } from "node:crypto";
import { CellError } from "../../src/intake/mapping/cell-error.js";
import type { ClearRow, FileMapping } from "../../src/intake/mapping/file-mapping.js";
import type { FileRow, OpenedFile } from "../../src/intake/reading/opened-file.js";

/** A row of a file in memory; one with `wrong` is refused for it. */
export interface GivenRow {
  readonly row: ClearRow;
  readonly wrong?: string;
  readonly asOf?: string;
  readonly originalSource?: string;
}

/** A column whose cells are the values themselves; "?" cannot be read. */
export function plain(header: string) {
  return {
    header,
    value: {
      read(text: string) {
        if (text === "?") throw new CellError("UNREADABLE", "读不出 / unreadable");
        return text;
      },
      write: String,
    },
  };
}

/** A file that was opened already: its columns are those that its first row has. */
export function fileOf(
  mapping: FileMapping,
  rows: Iterable<GivenRow>,
  onClose: () => void = () => {},
): OpenedFile {
  const given = [...rows];
  const properties = Object.keys(given[0]?.row ?? {});
  const hash = createHash("sha256").update(JSON.stringify(given)).digest("hex");
  return {
    mapping,
    name: `${mapping.kind}.csv`,
    hash,
    bytes: given.length,
    encoding: "UTF-8",
    headers: properties.map((property) => ({
      header: mapping.columns[property]?.header ?? property,
      property,
    })),
    unknownHeaders: ["备注"],
    corrections: new Map([["BLANKS", 2]]),
    async *rows(onProgress) {
      try {
        for (const [place, one] of given.entries()) {
          onProgress?.(place);
          yield fileRow(mapping, one, place + 2, properties);
        }
      } finally {
        onClose();
      }
    },
  };
}

function fileRow(
  { derive }: FileMapping,
  { row, wrong, ...provenance }: GivenRow,
  line: number,
  properties: readonly string[],
): FileRow {
  const cells = properties.map((property) => String(row[property] ?? ""));
  if (wrong === undefined) {
    return { line, cells, row: { ...row, ...derive?.(row) }, ...provenance };
  }
  const error = { header: wrong, code: "WRONG", message: "有误 / wrong", expected: null };
  return { line, cells, errors: [error] };
}
