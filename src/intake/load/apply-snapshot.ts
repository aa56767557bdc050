import type { Database } from "../../database/database.js";
import type { DeliveredColumns } from "./delivered-columns.js";
import type { SnapshotChanges } from "./load-report.js";
import { sameKey } from "./row-conditions.js";
import { TEMPORARY } from "./temporary-tables.js";

/** The load that an application belongs to. */
export interface Applying {
  readonly load: number;
  /** With offset. */
  readonly at: string;
}

/**
 * Puts a file's rows in place of the table's records, as {@link compareSnapshot} noted the
 * differences: what changes or goes is kept as it rested, what stays takes its new day. Whether a
 * record is in dispute, and whatever the file has no column for, stays as it is.
 */
export async function applySnapshot(
  database: Database,
  delivered: DeliveredColumns,
  { added, changed, removed, unchanged }: SnapshotChanges,
  applying: Applying,
): Promise<void> {
  const { relation, key, columns } = delivered;
  if (changed + removed > 0) await keepFormer(database, delivered, applying);
  if (removed > 0) {
    await database.query(
      `delete from ${relation} old using ${TEMPORARY.changes} change
        where old.ctid = change.place and change.change = 'REMOVED'`,
    );
  }
  if (changed + unchanged > 0) {
    await database.query(
      `update ${relation} old set ${columns.map((name) => `${name} = new.${name}`).join(", ")}
         from ${TEMPORARY.rows} new where ${sameKey(key, "old", "new")}`,
    );
  }
  if (added > 0) {
    await database.query(
      `insert into ${relation} (${columns.join(", ")})
         select ${columns.map((name) => `new.${name}`).join(", ")}
           from ${TEMPORARY.rows} new join ${TEMPORARY.changes} change on change."row" = new.ctid
          where change.change = 'ADDED'`,
    );
  }
}

async function keepFormer(
  database: Database,
  { relation, key }: DeliveredColumns,
  { load, at }: Applying,
): Promise<void> {
  const values = key.map((column) => `to_json(old.${column}::text)::text`).join(" || ',' || ");
  await database.query(
    `insert into intake.former_record (relation, key, record, change, load_id, replaced_at)
       select $1, '[' || ${values} || ']', to_jsonb(old), change.change, $2::bigint, $3::timestamptz
         from ${TEMPORARY.changes} change join ${relation} old on old.ctid = change.place
        where change.change in ('CHANGED', 'REMOVED')`,
    [relation, load, at],
  );
}
