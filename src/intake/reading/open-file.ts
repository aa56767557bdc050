import type { Correction } from "../mapping/cell-value.js";
import type { FileMapping } from "../mapping/file-mapping.js";
import { isBlank } from "../mapping/narrowed.js";
import { chooseMapping } from "./choose-mapping.js";
import { csvTable } from "./csv/csv-table.js";
import { assertUnchanged, surveyFile, type FileSurvey } from "./file-survey.js";
import type { FileRow, MappedHeader, OpenedFile } from "./opened-file.js";
import type { RawRow, Table } from "./raw-row.js";
import { RowReader } from "./row-reader.js";
import { findHeader, HEADER_LINES, type Fit } from "./recognise.js";
import { emptyFile } from "./refusals.js";
import { workbookTable } from "./xlsx/workbook-table.js";

/** What a file may be. */
export interface OpenOptions {
  /** The kinds of files that the department delivers. */
  readonly mappings: readonly FileMapping[];
  /** The kind it is; otherwise its header says. */
  readonly kind?: string;
  /** Title of the workbook's sheet; the first that is not hidden without one. */
  readonly sheet?: string;
}

const DELIMITERS = [",", "\t", ";"];

/**
 * Opens a department's CSV file (UTF-8 or GB18030) or workbook: all of its bytes are looked at
 * once, its header is found, its rows are streamed. @throws IntakeError why the file is refused
 */
export async function openFile(path: string, options: OpenOptions): Promise<OpenedFile> {
  const survey = await surveyFile(path);
  const { name, bytes, hash, encoding } = survey;
  const { table, head } = await tableOf(survey, options);
  if (head.every(({ cells }) => cells.every(isBlank))) throw emptyFile(name);
  const fit = chooseMapping(name, head, options.mappings, options.kind);
  const headers = fit.headers.map((matched, place): MappedHeader => ({
    header: (fit.row.cells[place] ?? "").trim(),
    property: matched?.property ?? null,
  }));
  const corrections = new Map<Correction, number>();
  return {
    mapping: fit.mapping,
    name,
    hash,
    bytes,
    encoding,
    headers,
    unknownHeaders: headers.flatMap(({ header, property }) =>
      property === null && header !== "" ? [header] : [],
    ),
    corrections,
    rows: (onProgress) => readRows(survey, table, fit, corrections, onProgress),
  };
}

async function* readRows(
  survey: FileSurvey,
  table: Table,
  fit: Fit,
  corrections: Map<Correction, number>,
  onProgress?: (bytesRead: number) => void,
): AsyncGenerator<FileRow> {
  corrections.clear();
  const reader = new RowReader(survey.name, fit, table.ragged, corrections);
  await assertUnchanged(survey);
  for await (const raw of table.rows(onProgress)) {
    if (raw.line <= fit.row.line) continue;
    const row = reader.read(raw);
    if (row) yield row;
  }
  await assertUnchanged(survey);
}

/** The table of a file with its first rows; of a CSV file's delimiters, the one whose header fits best. */
async function tableOf(
  survey: FileSurvey,
  { mappings, sheet }: OpenOptions,
): Promise<{ table: Table; head: RawRow[] }> {
  const { path, name, encoding } = survey;
  if (encoding === "XLSX") {
    const table = workbookTable(survey, sheet);
    return { table, head: await headOf(table) };
  }
  let best: { table: Table; head: RawRow[]; found: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const table = csvTable(path, name, encoding, delimiter);
    const head = await headOf(table);
    const fits = findHeader(head, mappings) ?? [];
    const found = Math.max(0, ...fits.map((fit) => fit.found.size));
    if (!best || found > best.found) best = { table, head, found };
  }
  return best as { table: Table; head: RawRow[] };
}

async function headOf(table: Table): Promise<RawRow[]> {
  const head: RawRow[] = [];
  for await (const row of table.rows()) {
    head.push(row);
    if (head.length === HEADER_LINES) break;
  }
  return head;
}
