import { desc, eq, type InferInsertModel, type InferSelectModel } from "drizzle-orm";
import type { Database } from "../../database/database.js";
import { load } from "../tables.js";

/** A load that took effect. */
export type Snapshot = InferSelectModel<typeof load>;

/** The snapshot that stands in a table; undefined where its records came by no load. */
export async function currentSnapshot(
  { drizzle }: Database,
  relation: string,
): Promise<Snapshot | undefined> {
  const [latest] = await drizzle
    .select()
    .from(load)
    .where(eq(load.relation, relation))
    .orderBy(desc(load.id))
    .limit(1);
  return latest;
}

/** A department's latest loads, the newest first. */
export async function findSnapshots(
  { drizzle }: Database,
  department: string,
  limit: number,
): Promise<Snapshot[]> {
  return drizzle
    .select()
    .from(load)
    .where(eq(load.department, department))
    .orderBy(desc(load.id))
    .limit(limit);
}

/** Records a snapshot, which stands when the transaction is over; answers its number. */
export async function recordSnapshot(
  { drizzle }: Database,
  snapshot: InferInsertModel<typeof load>,
): Promise<number> {
  const [recorded] = await drizzle.insert(load).values(snapshot).returning({ id: load.id });
  return (recorded as { id: number }).id;
}

/** Records that a snapshot is all in place. */
export async function finishSnapshot({ drizzle }: Database, id: number): Promise<Snapshot> {
  const finishedAt = new Date().toISOString();
  const [finished] = await drizzle
    .update(load)
    .set({ finishedAt })
    .where(eq(load.id, id))
    .returning();
  return finished as Snapshot;
}
