import { rowHeight, splitRow, type Row } from "./row.js";

/** A row where it stands on its sheet. */
export interface PlacedRow {
  readonly row: Row;
  /** From the top of the text area. */
  readonly top: number;
  /** True for the head of a table that goes on from the sheet before. */
  readonly repeated: boolean;
}

/** One sheet, from top to bottom. */
export type Sheet = readonly PlacedRow[];

/** Places rows on sheets of a height, so that nothing is lost and nothing stands below the edge. */
export function paginate(rows: readonly Row[], height: number): readonly Sheet[] {
  const sheets = new Sheets(height);
  for (const chain of chainsOf(rows)) sheets.placeChain(chain);
  return sheets.sheets;
}

/** Rows that stay together. */
function chainsOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const chains: Row[][] = [];
  let open = false;
  for (const row of rows) {
    if (open) chains.at(-1)?.push(row);
    else chains.push([row]);
    open = row.keep;
  }
  return chains;
}

class Sheets {
  readonly sheets: PlacedRow[][] = [[]];
  private used = 0;

  constructor(private readonly height: number) {}

  /** On this sheet, or whole on the next one, or, where no sheet can hold it, row by row. */
  placeChain(chain: readonly Row[]): void {
    const [first] = chain;
    if (!first) return;
    if (first.newSheet && this.used > 0) this.turn();
    const whole = chain.reduce((sum, row) => sum + row.margin + rowHeight(row), 0);
    const alone = whole - first.margin + headHeight(first);
    if (this.used > 0 && this.used + whole > this.height && alone <= this.height) this.turn();
    for (const row of chain) this.placeRow(row);
  }

  private placeRow(row: Row): void {
    const isFirst = this.used === 0;
    if (isFirst && row.head) this.put(row.head, 0, true);
    const margin = isFirst ? 0 : row.margin;
    const room = this.height - this.used - margin;
    const needed = rowHeight(row);
    if (needed <= room) {
      this.put(row, margin, false);
      return;
    }
    const parts = needed > this.height - headHeight(row) ? splitRow(row, room) : null;
    if (parts) this.put(parts[0], margin, false);
    if (parts || !isFirst) {
      this.turn();
      this.placeRow(parts ? parts[1] : row);
    } else {
      this.put(row, margin, false);
    }
  }

  private put(row: Row, margin: number, repeated: boolean): void {
    this.sheets.at(-1)?.push({ row, top: this.used + margin, repeated });
    this.used += margin + rowHeight(row);
  }

  private turn(): void {
    this.sheets.push([]);
    this.used = 0;
  }
}

/** Height of what is repeated above a row that begins a sheet. */
function headHeight({ head }: Row): number {
  return head ? rowHeight(head) : 0;
}
