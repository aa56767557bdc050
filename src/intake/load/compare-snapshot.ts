import type { Database } from "../../database/database.js";
import type { DeliveredColumns } from "./delivered-columns.js";
import type { SnapshotChanges } from "./load-report.js";
import { differs, sameKey } from "./row-conditions.js";
import { TEMPORARY } from "./temporary-tables.js";

type Change = "ADDED" | "CHANGED" | "REMOVED";

/**
 * Holds a file's rows against the table's records and notes where they differ. Nobody else may be
 * writing to the table.
 * @param refusedKeys whether keys of refused rows are noted; their records stay
 */
export async function compareSnapshot(
  database: Database,
  { relation, key, content }: DeliveredColumns,
  rowsLoaded: number,
  refusedKeys: boolean,
): Promise<SnapshotChanges> {
  await database.query(
    `create temporary table ${TEMPORARY.changes} on commit drop as
       select old.ctid as place, new.ctid as "row",
              case when old.ctid is null then 'ADDED'
                   when new.ctid is null then 'REMOVED'
                   else 'CHANGED' end as change
         from ${relation} old full join ${TEMPORARY.rows} new on ${sameKey(key, "old", "new")}
        where old.ctid is null or new.ctid is null or ${differs(content, "old", "new")}`,
  );
  const kept = refusedKeys ? await keepRefused(database, relation, key) : 0;
  const counts = await database.query<{ change: Change; records: number }>(
    `select change, count(*)::int as records from ${TEMPORARY.changes} group by change`,
  );
  const count = (change: Change) => counts.find((one) => one.change === change)?.records ?? 0;
  const [added, changed] = [count("ADDED"), count("CHANGED")];
  const unchanged = rowsLoaded - added - changed;
  return { added, changed, removed: count("REMOVED"), unchanged, kept };
}

/** Records whose row was refused are not taken for removed. */
async function keepRefused(
  database: Database,
  relation: string,
  key: readonly string[],
): Promise<number> {
  const kept = await database.query(
    `delete from ${TEMPORARY.changes} change
      using ${relation} old join ${TEMPORARY.refused} refused on ${sameKey(key, "old", "refused")}
      where change.change = 'REMOVED' and change.place = old.ctid
      returning 1`,
  );
  return kept.length;
}
