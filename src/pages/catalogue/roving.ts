import { useEffect, useRef } from "preact/hooks";

/** How far one leaps with Page Up and Page Down, in rows. */
const LEAP = 10;

type Step = (place: Place, rows: number, columns: number) => Place;

/** A cell of a grid, both counted from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

const STEPS: Readonly<Record<string, Step>> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  PageUp: ({ row, column }) => ({ row: row - LEAP, column }),
  PageDown: ({ row, column }) => ({ row: row + LEAP, column }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, _rows, columns) => ({ row, column: columns - 1 }),
  "Control+Home": () => ({ row: 0, column: 0 }),
  "Control+End": (_place, rows, columns) => ({ row: rows - 1, column: columns - 1 }),
};

/** Where a key leads from a cell, within the grid; undefined for a key that moves nothing. */
function placeAfter(
  { key, ctrlKey }: Pick<KeyboardEvent, "key" | "ctrlKey">,
  from: Place,
  rows: number,
  columns: number,
): Place | undefined {
  const to = STEPS[ctrlKey ? `Control+${key}` : key]?.(from, rows, columns);
  if (!to) return undefined;
  const within = (place: number, length: number) => Math.min(Math.max(place, 0), length - 1);
  return { row: within(to.row, rows), column: within(to.column, columns) };
}

/** Keeps one cell of the table in the order of focus, and moves the focus by keys. */
export function useRoving(
  table: { readonly current: HTMLTableElement | null },
  rows: number,
  columns: number,
) {
  const current = useRef<HTMLTableCellElement | null>(null);
  const cellAt = ({ row, column }: Place) =>
    table.current?.querySelector<HTMLTableRowElement>(`tr[data-row="${row}"]`)?.cells[column + 1];
  const take = (cell: HTMLTableCellElement | undefined) => {
    current.current?.removeAttribute("tabindex");
    current.current = cell ?? null;
    cell?.setAttribute("tabindex", "0");
  };
  useEffect(() => {
    if (!current.current?.isConnected) take(cellAt({ row: 0, column: 0 }));
  });
  const focusOn = (place: Place) => {
    const cell = cellAt(place);
    take(cell);
    cell?.focus();
  };
  const move = (event: KeyboardEvent, from: Place): boolean => {
    const to = placeAfter(event, from, rows, columns);
    if (to) focusOn(to);
    return to !== undefined;
  };
  return { focusOn, move };
}

/** The cell of the grid that this is, or is in; undefined outside. */
export function placeOf(target: EventTarget | null): Place | undefined {
  const cell = (target as Element | null)?.closest("td");
  const row = cell?.closest("tr")?.dataset["row"];
  return cell && row !== undefined ? { row: Number(row), column: cell.cellIndex - 1 } : undefined;
}
