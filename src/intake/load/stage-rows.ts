import { BatchPersons } from "../../sealing/batch-persons.js";
import { rowSealer } from "../../sealing/sealed-rows.js";
import type { ClearRow } from "../mapping/file-mapping.js";
import type { DeliveredColumns } from "./delivered-columns.js";
import { rowsRefused } from "./snapshot-checks.js";
import type { Staging } from "./staging.js";

/** Rows of one COPY: their persons are in memory together. */
const BATCH = 2_500;

/** The first row that is good. @throws IntakeError FILE_EMPTY, ROWS_REFUSED where there is none */
export async function firstRow({ reader, refusals }: Staging): Promise<ClearRow> {
  for (;;) {
    const row = await reader.next();
    if (row === undefined) throw rowsRefused(reader);
    if (row !== null) return row;
    if (refusals.pending >= BATCH) await refusals.write();
  }
}

/** Copies a first row and all that follow, as they will rest, into a table; no more than a batch is in memory. */
export async function stageRows(
  { database, sealing, reader, refusals, persons }: Staging,
  first: ClearRow,
  into: string,
  { table, properties }: DeliveredColumns,
): Promise<void> {
  let next: ClearRow | null | undefined = first;
  while (next !== undefined) {
    const batch = new BatchPersons(sealing);
    const seal = rowSealer(table, batch, "sealRepeatably");
    async function* rows() {
      for (let count = 0; count < BATCH && next !== undefined; count += 1) {
        if (next !== null) yield seal(next);
        next = await reader.next();
      }
    }
    await database.copyInto(table, rows() as AsyncIterable<never>, { into, only: properties });
    await persons.add(batch.numbers);
    await refusals.write();
  }
}
