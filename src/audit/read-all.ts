import type { Database } from "../database/database.js";

/** Rows that are in memory at once. */
const PAGE_ROWS = 500;

/**
 * Every row of a query, a page at a time, by a cursor: within a transaction only, and complete
 * whatever was done to the table's keys.
 * @param cursor A name for the cursor, its own in the transaction.
 */
export async function* readAll<Row extends object>(
  transaction: Database,
  cursor: string,
  query: string,
): AsyncGenerator<Row> {
  await transaction.query(`declare ${cursor} no scroll cursor for ${query}`);
  for (;;) {
    const page = await transaction.query<Row>(`fetch ${PAGE_ROWS} from ${cursor}`);
    yield* page;
    if (page.length < PAGE_ROWS) return;
  }
}
