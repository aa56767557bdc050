import type pg from "pg";
import { STATEMENTS, type Find, type Row, type StatementName } from "./sql.js";

/** One prepared statement a look-up. */
export function finderOn(pool: pg.Pool): Find {
  return async (name, keys) => {
    const { rows } = await pool.query<Row>({ name, text: STATEMENTS[name], values: [keys] });
    const found = new Map<string, Row[]>();
    for (const row of rows) {
      const group = found.get(row.key);
      if (group) group.push(row);
      else found.set(row.key, [row]);
    }
    return found;
  };
}

interface Batch {
  readonly keys: Set<string>;
  readonly found: Promise<Map<string, Row[]>>;
}

/** Look-ups of one statement that come in the same turn of the event loop share its execution. */
export function coalescing(find: Find): Find {
  const open = new Map<StatementName, Batch>();
  return (name, keys) => {
    let batch = open.get(name);
    if (!batch) {
      const wanted = new Set<string>();
      const found = new Promise<Map<string, Row[]>>((resolve, reject) => {
        setImmediate(() => {
          open.delete(name);
          find(name, [...wanted]).then(resolve, reject);
        });
      });
      batch = { keys: wanted, found };
      open.set(name, batch);
    }
    for (const key of keys) batch.keys.add(key);
    return batch.found.then((found) => only(found, keys));
  };
}

function only(found: Map<string, Row[]>, keys: readonly string[]): Map<string, Row[]> {
  const mine = new Map<string, Row[]>();
  for (const key of keys) {
    const rows = found.get(key);
    if (rows) mine.set(key, rows);
  }
  return mine;
}
