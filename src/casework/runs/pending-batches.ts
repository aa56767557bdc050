import { and, asc, eq } from "drizzle-orm";
import type { Database } from "../../database/database.js";
import { runItem } from "../tables.js";

/** The batches of a re-verification that hold a household which is still to be verified. */
export async function pendingBatches({ drizzle }: Database, runId: string): Promise<number[]> {
  const rows = await drizzle
    .selectDistinct({ batch: runItem.batch })
    .from(runItem)
    .where(and(eq(runItem.runId, runId), eq(runItem.state, "PENDING")))
    .orderBy(asc(runItem.batch));
  return rows.map(({ batch }) => batch);
}
