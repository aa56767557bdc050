import { and, eq, getTableColumns, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "../../database/database.js";
import { qualifiedName } from "../../database/qualified-name.js";
import { isRecord, keyColumns, personInKey, type RecordKey } from "./records.js";
import { issue } from "./tables.js";

type Marked = Omit<RecordKey, "householdId">;

/** Marks a record as in dispute: every reader sees it in the record's provenance. */
export async function markDisputed({ drizzle }: Database, record: Marked): Promise<void> {
  await drizzle.update(record.table).set({ inDispute: true }).where(isRecord(record));
}

/** Takes the mark from a record that has no open issue any more. A record that is gone has none. */
export async function unmarkSettled({ drizzle }: Database, record: Marked): Promise<void> {
  const { table } = record;
  // Whoever reports on the same record waits here, or is waited for.
  await drizzle
    .select({ one: sql`1` })
    .from(table)
    .where(isRecord(record))
    .for("update");
  const open = await drizzle
    .select({ id: issue.id })
    .from(issue)
    .where(and(isAbout(record), eq(issue.state, "OPEN")))
    .limit(1);
  if (open.length > 0) return;
  await drizzle.update(table).set({ inDispute: false }).where(isRecord(record));
}

/** The issues of one record. */
export function isAbout({ table, person, key }: Marked) {
  return and(
    eq(issue.table, qualifiedName(table)),
    sql`${issue.key} = ${JSON.stringify(key)}::jsonb`,
    personInKey(table) ? sql`${issue.subject} = ${person}` : undefined,
  );
}

/**
 * Marks every record of a table that has an open issue: for the end of a load, which may have added
 * such a record anew. One statement, whatever the table's size.
 */
export async function flagOpenIssues({ drizzle }: Database, table: PgTable): Promise<void> {
  const { inDispute } = getTableColumns(table) as Record<string, PgColumn>;
  const owner = personInKey(table);
  const same = [
    ...(owner ? [sql`${issue.subject} = ${owner}`] : []),
    ...keyColumns(table).map((column) => sql`${issue.key} ->> ${column.name} = ${column}::text`),
  ];
  await drizzle
    .update(table)
    .set({ inDispute: true })
    .where(
      sql`not ${inDispute} and exists (select from ${issue} where ${and(
        eq(issue.state, "OPEN"),
        eq(issue.table, qualifiedName(table)),
        ...same,
      )})`,
    );
}
