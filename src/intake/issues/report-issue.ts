import { and, eq, sql } from "drizzle-orm";
import { todayInShanghai } from "../../codes/calendar.js";
import type { Database } from "../../database/database.js";
import type { RequestContext } from "../../department/context.js";
import { HubError } from "../../errors.js";
import { actorOf } from "../../identity/actor.js";
import { qualifiedName } from "../../database/qualified-name.js";
import { aboutCell } from "../../sealing/sealed-rows.js";
import { DISPUTED_RECORD, disputedRecord, type DisputedRecord } from "./disputed-record.js";
import { isAbout, markDisputed } from "./dispute-mark.js";
import { replyDue } from "./issue-clock.js";
import type { IssueReport } from "./issue-papers.js";
import type { Keeper } from "./keeper.js";
import { mustRead } from "./must-read.js";
import { lockDisputed } from "./records.js";
import { event, issue } from "./tables.js";

export type IssueRow = typeof issue.$inferSelect;

/**
 * Keeps a report and marks the record, together. A department that has an issue open on the same
 * field of the same record is told its number instead.
 * @throws HubError FIELD_NOT_AUTHORIZED, BAD_USER_INPUT
 */
export async function reportIssue(
  { subgraph, database }: Keeper,
  report: IssueReport,
  ctx: RequestContext,
): Promise<IssueRow> {
  const disputed = unsealed(report, ctx);
  mustRead(disputed.coordinate, ctx);
  if (disputed.person) ctx.concern("Person", disputed.person);
  if (disputed.householdId) ctx.concern("Household", disputed.householdId);
  return database.transaction(async (transaction) => {
    const record = await lockDisputed(transaction, subgraph.definition, disputed);
    const { coordinate, division } = disputed;
    const known = await openIssueOf(transaction, isAbout(record), coordinate, ctx);
    if (known !== undefined) {
      throw new HubError("BAD_USER_INPUT", `your department's issue ${known} on it is open`, {
        argument: "input.coordinate",
        issue: known,
      });
    }
    const { caller, resources } = ctx;
    const now = resources.casework.now();
    const id = await nextId(transaction, subgraph.identity.slug, now);
    const seal = (column: Parameters<typeof aboutCell>[0], text: string) =>
      resources.sealing.seal(text, aboutCell(column, id));
    const row = {
      id,
      department: subgraph.identity.slug,
      coordinate,
      table: qualifiedName(record.table),
      subject: record.person,
      householdId: record.householdId,
      key: record.key,
      division,
      state: "OPEN" as const,
      valueSeen: report.valueSeen === null ? null : seal(issue.valueSeen, report.valueSeen),
      shouldBe: seal(issue.shouldBe, report.shouldBe),
      evidence: seal(issue.evidence, JSON.stringify(report.evidence)),
      reporter: caller.department,
      reportedBy: actorOf(caller),
      reportedAt: now.toISOString(),
      dueOn: replyDue(todayInShanghai(now), resources.casework.parameters(caller.date)),
    };
    const [kept] = await transaction.drizzle.insert(issue).values(row).returning();
    await transaction.drizzle.insert(event).values({
      issueId: id,
      place: 1,
      at: row.reportedAt,
      kind: "REPORTED",
      by: row.reportedBy,
    });
    await markDisputed(transaction, record);
    return kept as IssueRow;
  });
}

/** The record that the hub found for this caller and no other. */
function unsealed({ record }: IssueReport, ctx: RequestContext): DisputedRecord {
  const text = ctx.unseal(DISPUTED_RECORD, record);
  if (text !== null) return disputedRecord.parse(JSON.parse(text));
  throw new HubError("BAD_USER_INPUT", "the record was not found for this caller", {
    argument: "record",
  });
}

async function openIssueOf(
  { drizzle }: Database,
  about: ReturnType<typeof isAbout>,
  coordinate: string,
  { caller }: RequestContext,
): Promise<string | undefined> {
  const [known] = await drizzle
    .select({ id: issue.id })
    .from(issue)
    .where(
      and(
        about,
        eq(issue.state, "OPEN"),
        eq(issue.coordinate, coordinate),
        eq(issue.reporter, caller.department),
      ),
    );
  return known?.id;
}

async function nextId({ drizzle }: Database, slug: string, now: Date): Promise<string> {
  const [row] = (await drizzle.execute(
    sql`select nextval('issues.issue_number') as number`,
  )) as unknown as { readonly number: number }[];
  const year = todayInShanghai(now).slice(0, 4);
  return `${slug}-${year}-${String(row?.number).padStart(7, "0")}`;
}
