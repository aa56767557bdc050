import type { Database } from "../../database/database.js";
import { BatchPersons } from "../../sealing/batch-persons.js";
import { rowSealer } from "../../sealing/sealed-rows.js";
import type { Sealing } from "../../sealing/sealing.js";
import { CellError } from "../mapping/cell-error.js";
import type { ClearRow } from "../mapping/file-mapping.js";
import type { OpenedFile, RefusedRow } from "../reading/opened-file.js";
import { TEMPORARY } from "./temporary-tables.js";

/** The keys of refused rows, as far as they can be read: a mistake in a row does not remove its record. */
export class Refusals {
  private readonly keyOf: (row: RefusedRow) => ClearRow | null;
  private waiting: ClearRow[] = [];
  private written = 0;

  /** The table {@link TEMPORARY}.refused must be there when they are written. */
  constructor(
    private readonly database: Database,
    private readonly sealing: Sealing,
    private readonly file: OpenedFile,
  ) {
    this.keyOf = keyReader(file);
  }

  /** How many keys could be read. */
  get keys(): number {
    return this.written + this.waiting.length;
  }

  /** How many are not written yet. */
  get pending(): number {
    return this.waiting.length;
  }

  add(row: RefusedRow): void {
    const key = this.keyOf(row);
    if (key) this.waiting.push(key);
  }

  /** Writes what was added; not while rows are being copied. */
  async write(): Promise<void> {
    const { table, key } = this.file.mapping;
    const rows = this.waiting.map(rowSealer(table, new BatchPersons(this.sealing)));
    this.waiting = [];
    this.written += rows.length;
    await this.database.copyInto(table, rows as Iterable<never>, {
      into: TEMPORARY.refused,
      only: key,
    });
  }
}

/** Null for a row whose key itself cannot be read. */
function keyReader({ mapping, headers }: OpenedFile): (row: RefusedRow) => ClearRow | null {
  const places = mapping.key.map((property) => ({
    property,
    value: mapping.columns[property]?.value,
    place: headers.findIndex((header) => header.property === property),
  }));
  return ({ cells }) => {
    const key: Record<string, unknown> = {};
    for (const { property, value, place } of places) {
      const text = cells[place]?.trim() ?? "";
      if (!value || text === "") return null;
      try {
        key[property] = value.read(text, () => {});
      } catch (error) {
        if (error instanceof CellError) return null;
        throw error;
      }
    }
    return key;
  };
}
