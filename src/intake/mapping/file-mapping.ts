import type { PgTable } from "drizzle-orm/pg-core";
import type { CellValue } from "./cell-value.js";

/** A row in clear, by the table's properties: persons as ID numbers, nothing sealed yet. */
export type ClearRow = Readonly<Record<string, unknown>>;

/** How one property of a table stands in a department's files. */
export interface ColumnMapping<Value = unknown> {
  /** The official Chinese header. */
  readonly header: string;
  /** Other headers that files carry for it. */
  readonly synonyms?: readonly string[];
  /** How a cell is read, and a value written. */
  readonly value: CellValue<Value>;
  /** True where a blank cell makes the row unusable; a blank is null otherwise. */
  readonly required?: boolean;
}

/** A kind of file that a department delivers; its rows are the records of one table, one snapshot a file. */
export interface FileMapping {
  /** Short name of the kind, unique within the department, for the command line: `disability`. */
  readonly kind: string;
  /** Official title of the register, which is the file's usual name: 残疾人登记. */
  readonly title: string;
  readonly table: PgTable;
  /** The properties that make a record's key, in order. */
  readonly key: readonly string[];
  /** By property; provenance is not among them. */
  readonly columns: Readonly<Record<string, ColumnMapping>>;
  /** Properties that follow from others, such as a masked ID number. */
  readonly derive?: (row: ClearRow) => ClearRow;
}
