import { and, eq, getTableColumns, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "../../database/database.js";
import { qualifiedName } from "../../database/qualified-name.js";
import type { Keeper } from "../issues/keeper.js";
import { issue } from "../issues/tables.js";
import { lastLoads, type LastLoad } from "./last-loads.js";
import { sourceEntries } from "./source-entries.js";

/** How the records of a source were counted: told by the last load, one by one, or by the database's own estimate. */
export type Counted = "LOADED" | "COUNTED" | "ESTIMATED";

/** A source as its database has it. */
export interface SourceState {
  readonly kind: string;
  readonly records: number;
  readonly counted: Counted;
  /** Newest day that the records speak of, among those looked at; null without a record. */
  readonly asOf: string | null;
  /** When the newest of them was fetched. */
  readonly fetchedAt: string | null;
  /** Null where it was filled otherwise than from a file. */
  readonly load: LastLoad | null;
  readonly openIssues: number;
}

/** Records that are looked at one by one; a larger table is estimated. */
const MOST_COUNTED = 10_000;

/** Every source of a department. The cost does not grow with its tables. */
export async function sourceStates({ subgraph, database }: Keeper): Promise<SourceState[]> {
  const loads = await lastLoads(database, subgraph.identity.slug);
  const states: SourceState[] = [];
  for (const { kind, table } of sourceEntries(subgraph)) {
    const load = loads.get(kind) ?? null;
    const known = load
      ? {
          records: load.rows,
          counted: "LOADED" as const,
          asOf: load.asOf,
          fetchedAt: load.finishedAt,
        }
      : await looked(database, table);
    states.push({ kind, ...known, load, openIssues: await openIssues(database, table) });
  }
  return states;
}

type Looked = Pick<SourceState, "records" | "counted" | "asOf" | "fetchedAt">;

/** What a table itself says, from as many of its records as are looked at. */
async function looked({ drizzle }: Database, table: PgTable): Promise<Looked> {
  const { asOf, fetchedAt } = getTableColumns(table) as Record<string, PgColumn>;
  const newest = sql`(select ${asOf} as as_of, ${fetchedAt} as fetched_at from ${table} limit ${MOST_COUNTED + 1}) seen`;
  const [found] = (await drizzle.execute(
    sql`select count(*)::int as records, max(as_of) as "asOf", max(fetched_at) as "fetchedAt" from ${newest}`,
  )) as unknown as Omit<Looked, "counted">[];
  const seen = { records: 0, asOf: null, fetchedAt: null, ...found };
  if (seen.records <= MOST_COUNTED) return { ...seen, counted: "COUNTED" };
  return { ...seen, records: await estimate({ drizzle }, table), counted: "ESTIMATED" };
}

/** How many rows the planner expects, from the table's size where it was never analysed. */
async function estimate({ drizzle }: Pick<Database, "drizzle">, table: PgTable): Promise<number> {
  const [row] = (await drizzle.execute(
    sql`explain (format json) select 1 from ${table}`,
  )) as unknown as { readonly "QUERY PLAN": readonly { Plan: { "Plan Rows": number } }[] }[];
  return row?.["QUERY PLAN"][0]?.Plan["Plan Rows"] ?? 0;
}

async function openIssues({ drizzle }: Database, table: PgTable): Promise<number> {
  const [row] = await drizzle
    .select({ open: sql<number>`count(*)::int` })
    .from(issue)
    .where(and(eq(issue.state, "OPEN"), eq(issue.table, qualifiedName(table))));
  return row?.open ?? 0;
}
