import { and, desc, eq, inArray, like, lt, or, sql, type SQL } from "drizzle-orm";
import { significantPrefixes } from "../../codes/division-code.js";
import type { Database } from "../../database/database.js";
import type { Caller } from "../../identity/caller.js";
import type { IssueFilter, IssueQuestion } from "./issue-papers.js";
import type { IssueRow } from "./report-issue.js";
import { event, issue } from "./tables.js";

/** Whose issues are looked for, and by whom. */
export interface Looking {
  /** Slug of the owner. */
  readonly department: string;
  readonly caller: Caller;
  /** Whether the caller is the owner. */
  readonly owns: boolean;
}

export type EventRow = typeof event.$inferSelect;

/** A page of the issues that the caller reported or owns, within its divisions, the latest first; and how many match. */
export async function findIssues(
  { drizzle }: Database,
  { filter, first, after }: IssueQuestion,
  looking: Looking,
): Promise<{ readonly rows: IssueRow[]; readonly total: number }> {
  const matching = and(visible(looking), matches(filter, looking));
  const rows = await drizzle
    .select()
    .from(issue)
    .where(
      and(
        matching,
        after
          ? sql`(${issue.reportedAt}, ${issue.id}) < (${after.reportedAt}::timestamptz, ${after.id})`
          : undefined,
      ),
    )
    .orderBy(desc(issue.reportedAt), desc(issue.id))
    .limit(first);
  const [counted] = await drizzle
    .select({ total: sql<number>`count(*)::int` })
    .from(issue)
    .where(matching);
  return { rows, total: counted?.total ?? 0 };
}

/** What happened to some issues, by issue, in order. */
export async function eventsOf(
  { drizzle }: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly EventRow[]>> {
  const rows = await drizzle
    .select()
    .from(event)
    .where(inArray(event.issueId, [...ids]))
    .orderBy(event.issueId, event.place);
  const byIssue = new Map<string, EventRow[]>(ids.map((id) => [id, []]));
  for (const row of rows) byIssue.get(row.issueId)?.push(row);
  return byIssue;
}

function visible({ department, caller, owns }: Looking): SQL | undefined {
  const prefixes = significantPrefixes(caller.jurisdiction);
  return and(
    eq(issue.department, department),
    owns ? undefined : eq(issue.reporter, caller.department),
    or(...prefixes.map((prefix) => like(issue.division, `${prefix}%`))) ?? sql`false`,
  );
}

function matches(
  { id, state, coordinate, overdue, standing }: IssueFilter,
  { caller, owns }: Looking,
): SQL | undefined {
  const late = and(eq(issue.state, "OPEN"), lt(issue.dueOn, caller.date));
  return and(
    id ? eq(issue.id, id) : undefined,
    state ? eq(issue.state, state) : undefined,
    coordinate ? eq(issue.coordinate, coordinate) : undefined,
    overdue === true ? late : undefined,
    overdue === false ? sql`not (${late})` : undefined,
    standing === "REPORTER" ? eq(issue.reporter, caller.department) : undefined,
    standing === "OWNER" && !owns ? sql`false` : undefined,
  );
}
