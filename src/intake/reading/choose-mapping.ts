import { IntakeError } from "../intake-error.js";
import type { FileMapping } from "../mapping/file-mapping.js";
import { inTwoLanguages } from "../mapping/in-two-languages.js";
import { isBlank } from "../mapping/narrowed.js";
import type { RawRow } from "./raw-row.js";
import {
  equallyGood,
  findHeader,
  goodFits,
  looksLikeHeader,
  saysMoreThanKey,
  type Fit,
} from "./recognise.js";

/**
 * The mapping of a kind, or the one that a file's header fits best, and the row that is the header.
 * @throws IntakeError FILE_EMPTY, HEADER_MISSING, FILE_NOT_OF_DEPARTMENT, COLUMN_MISSING
 */
export function chooseMapping(
  name: string,
  rows: readonly RawRow[],
  mappings: readonly FileMapping[],
  kind?: string,
): Fit {
  const offered = kind === undefined ? mappings : mappings.filter((one) => one.kind === kind);
  if (offered.length === 0) throw unknownKind(mappings, kind);
  const fits = findHeader(rows, offered);
  if (!fits) {
    const first = rows.find(({ cells }) => cells.some((cell) => !isBlank(cell)));
    throw first && looksLikeHeader(first)
      ? notOfDepartment(name, first, mappings)
      : headerMissing(name, mappings);
  }
  const fit = kind === undefined ? bestOf(name, fits, mappings) : (fits[0] as Fit);
  assertComplete(name, fit);
  return fit;
}

function bestOf(name: string, fits: readonly Fit[], mappings: readonly FileMapping[]): Fit {
  const [best, next] = goodFits(fits);
  if (!best) throw notOfDepartment(name, (fits[0] as Fit).row, mappings);
  if (!next || !equallyGood(best, next)) return best;
  const kinds = [best, next].map(({ mapping }) => mapping);
  throw new IntakeError(
    "FILE_NOT_OF_DEPARTMENT",
    inTwoLanguages(
      `文件 ${name} 的表头同时符合${listed(kinds)}，请指明种类`,
      `the header of ${name} fits ${listed(kinds)} alike; say which kind it is`,
    ),
    { file: name, kinds: kinds.map((one) => one.kind) },
  );
}

/** Every required column is there and one besides the key, none twice, and none in another unit. */
function assertComplete(name: string, fit: Fit): void {
  const { mapping, headers, found, row } = fit;
  const missing = Object.entries(mapping.columns).filter(
    ([property, { required }]) => required && !found.has(property),
  );
  if (missing.length > 0) {
    const named = missing.map(([, { header, synonyms = [] }]) => [header, ...synonyms].join("/"));
    throw columns(name, mapping, "缺少列", "lacks the columns", named);
  }
  if (!saysMoreThanKey(fit)) {
    const others = Object.entries(mapping.columns).filter(
      ([property]) => !mapping.key.includes(property),
    );
    const named = others.map(([, { header }]) => header);
    throw columns(
      name,
      mapping,
      "除主键外没有任何列，应有",
      "has no column besides its key, of",
      named,
    );
  }
  const properties = headers.flatMap((header) => header?.property ?? []);
  const twice = headers.flatMap((header, place) =>
    header && properties.indexOf(header.property) !== properties.lastIndexOf(header.property)
      ? (row.cells[place] ?? "")
      : [],
  );
  if (twice.length > 0) {
    throw columns(name, mapping, "同一字段有多列", "has several columns for one field", twice);
  }
  const foreign = headers.flatMap((header, place) =>
    header?.foreignUnit ? (row.cells[place] ?? "") : [],
  );
  if (foreign.length > 0) {
    throw columns(name, mapping, "列的单位不符", "has columns in another unit", foreign);
  }
}

function columns(
  name: string,
  { kind, title }: FileMapping,
  chinese: string,
  english: string,
  headers: readonly string[],
): IntakeError {
  const list = headers.join("、");
  return new IntakeError(
    "COLUMN_MISSING",
    inTwoLanguages(
      `文件 ${name}（${title}）${chinese}：${list}`,
      `${name} (${kind}) ${english}: ${list}`,
    ),
    { file: name, kind, headers },
  );
}

function headerMissing(name: string, mappings: readonly FileMapping[]): IntakeError {
  return new IntakeError(
    "HEADER_MISSING",
    inTwoLanguages(
      `文件 ${name} 的前 10 行中没有表头；本部门报送：${listed(mappings)}`,
      `the first 10 lines of ${name} have no header; the department delivers: ${listed(mappings)}`,
    ),
    { file: name, kinds: mappings.map(({ kind }) => kind) },
  );
}

function notOfDepartment(
  name: string,
  { cells }: RawRow,
  mappings: readonly FileMapping[],
): IntakeError {
  const found = cells.filter((cell) => !isBlank(cell)).map((cell) => cell.trim().slice(0, 40));
  const shown = found.slice(0, 20).join("、");
  return new IntakeError(
    "FILE_NOT_OF_DEPARTMENT",
    inTwoLanguages(
      `文件 ${name} 的表头（${shown}）不是本部门报送的任何一种：${listed(mappings)}`,
      `the header of ${name} (${shown}) is of no kind that the department delivers: ${listed(mappings)}`,
    ),
    { file: name, found, kinds: mappings.map(({ kind }) => kind) },
  );
}

function unknownKind(mappings: readonly FileMapping[], kind = ""): IntakeError {
  return new IntakeError(
    "FILE_NOT_OF_DEPARTMENT",
    inTwoLanguages(
      `本部门不报送“${kind}”；报送：${listed(mappings)}`,
      `the department delivers no ${kind}; it delivers: ${listed(mappings)}`,
    ),
    { kind, kinds: mappings.map((mapping) => mapping.kind) },
  );
}

/** 残疾人登记 [disability: 公民身份号码], each with the headers of its key. */
function listed(mappings: readonly FileMapping[]): string {
  return mappings
    .map(({ kind, title, key, columns }) => {
      const headers = key.map((property) => columns[property]?.header ?? property).join("+");
      return `${title} [${kind}: ${headers}]`;
    })
    .join("、");
}
