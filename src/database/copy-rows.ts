import { getTableColumns, is, SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { parameterText } from "./parameter-text.js";
import { qualifiedName } from "./qualified-name.js";
import { quoted } from "./quoted.js";

type Row = Readonly<Record<string, unknown>>;
type Column = readonly [property: string, column: PgColumn];

/** Characters to gather before they are handed on: few calls, little memory. */
const CHUNK = 64 * 1024;

/** Rows made ready for COPY in text format. */
export interface CopyRows {
  /** The table and the columns that are copied, quoted. */
  readonly target: string;
  readonly chunks: AsyncIterable<string>;
  /** How many rows have gone by. */
  count(): number;
}

/** Where rows of a table go, where that is not the whole table itself. */
export interface CopyTarget {
  /** Another table with the columns, as SQL names it: a temporary one. */
  readonly into?: string;
  /** Properties that are copied, whatever else rows hold; other columns are left to the database. */
  readonly only?: readonly string[];
}

/** Reads the first row to settle the columns; null when there is no row at all. */
export async function copyRows(
  table: PgTable,
  rows: Iterable<Row> | AsyncIterable<Row>,
  { into = qualifiedName(table), only }: CopyTarget = {},
): Promise<CopyRows | null> {
  const iterator =
    Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  const first = await iterator.next();
  if (first.done) return null;
  const columns = only ? namedColumns(table, only) : copiedColumns(table, first.value);
  const copied = new Set(columns.map(([property]) => property));
  const left = only
    ? []
    : Object.keys(getTableColumns(table)).filter((property) => !copied.has(property));
  let count = 0;
  async function* chunks() {
    let chunk = "";
    try {
      for (let next = first; !next.done; next = await iterator.next()) {
        for (const property of left) {
          if (next.value[property] === undefined) continue;
          throw new Error(
            `row ${count + 1} has ${property}, which the first row left to the database`,
          );
        }
        chunk += line(columns, next.value);
        count += 1;
        if (chunk.length < CHUNK) continue;
        yield chunk;
        chunk = "";
      }
      if (chunk) yield chunk;
    } finally {
      await iterator.return?.();
    }
  }
  const names = columns.map(([, column]) => quoted(column.name)).join(", ");
  return { target: `${into} (${names})`, chunks: chunks(), count: () => count };
}

function namedColumns(table: PgTable, properties: readonly string[]): Column[] {
  const named = new Set(properties);
  return Object.entries(getTableColumns(table)).filter(([property]) => named.has(property));
}

function copiedColumns(table: PgTable, first: Row): Column[] {
  return Object.entries(getTableColumns(table)).filter(
    ([property, column]) => first[property] !== undefined || !isFilledByDatabase(column),
  );
}

function isFilledByDatabase(column: PgColumn): boolean {
  if (column.generated || column.generatedIdentity || is(column.default, SQL)) return true;
  return column.hasDefault && column.default === undefined && !column.defaultFn;
}

function line(columns: readonly Column[], row: Row): string {
  const cells = columns.map(([property, column]) => {
    const value = row[property] === undefined ? constantDefault(column) : row[property];
    const text = parameterText(value === null ? null : column.mapToDriverValue(value));
    return text === null ? "\\N" : escaped(text);
  });
  return `${cells.join("\t")}\n`;
}

function constantDefault(column: PgColumn): unknown {
  return column.default ?? column.defaultFn?.() ?? null;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};

function escaped(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] as string);
}
