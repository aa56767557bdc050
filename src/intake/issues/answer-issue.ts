import { and, eq } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { isWithin } from "../../codes/division-code.js";
import type { Database } from "../../database/database.js";
import type { RequestContext } from "../../department/context.js";
import { HubError } from "../../errors.js";
import { actorOf } from "../../identity/actor.js";
import { isSameBody } from "../../policy/register/register.js";
import { aboutCell } from "../../sealing/sealed-rows.js";
import { unmarkSettled } from "./dispute-mark.js";
import type { IssueAnswer } from "./issue-papers.js";
import type { Keeper } from "./keeper.js";
import { tableOf } from "./records.js";
import type { IssueRow } from "./report-issue.js";
import { event, issue } from "./tables.js";

/**
 * Closes an issue: the owner answers it, the reporter withdraws it. The last open issue of a record
 * takes the mark with it.
 * @throws HubError BAD_USER_INPUT for one that the caller does not know or that is closed,
 *   FIELD_NOT_AUTHORIZED for one that is not the caller's to close, OUT_OF_JURISDICTION
 */
export async function answerIssue(
  { subgraph, database }: Keeper,
  answer: IssueAnswer,
  ctx: RequestContext,
): Promise<IssueRow> {
  const { definition, identity } = subgraph;
  return database.transaction(async (transaction) => {
    const row = await lockIssue(transaction, identity.slug, answer.id);
    mustClose(row, identity.name, answer, ctx);
    if (row.state !== "OPEN") throw refused(`it is closed: ${row.state}`);
    const { casework, sealing } = ctx.resources;
    const closedAt = casework.now().toISOString();
    const closedBy = actorOf(ctx.caller);
    const { outcome } = answer;
    const explanation = sealing.seal(answer.explanation, aboutCell(issue.explanation, row.id));
    const [closed] = await transaction.drizzle
      .update(issue)
      .set({ state: outcome, explanation, closedBy, closedAt })
      .where(eq(issue.id, row.id))
      .returning();
    await transaction.drizzle
      .insert(event)
      .values({ issueId: row.id, place: 2, at: closedAt, kind: outcome, by: closedBy });
    await unmarkSettled(transaction, recordOf(tableOf(definition, row.coordinate), row));
    if (row.subject) ctx.concern("Person", row.subject);
    return closed as IssueRow;
  });
}

const recordOf = (table: PgTable, { subject, key }: IssueRow) => ({ table, person: subject, key });

async function lockIssue({ drizzle }: Database, slug: string, id: string): Promise<IssueRow> {
  const [row] = await drizzle
    .select()
    .from(issue)
    .where(and(eq(issue.id, id), eq(issue.department, slug)))
    .for("update");
  if (!row) throw unknown();
  return row;
}

/** Whether it is this caller that may close it so: the owner by an answer, the reporter by a withdrawal. */
function mustClose(
  row: IssueRow,
  owner: string,
  { outcome }: IssueAnswer,
  { caller, resources }: RequestContext,
): void {
  const { register } = resources.policy();
  const owns = isSameBody(register, owner, caller.department);
  const reported = isSameBody(register, row.reporter, caller.department);
  if (!owns && !reported) throw unknown();
  if (!isWithin(row.division, caller.jurisdiction)) {
    throw new HubError("OUT_OF_JURISDICTION", "outside the divisions that this caller serves");
  }
  if (outcome === "WITHDRAWN" ? reported : owns) return;
  const [field, who] =
    outcome === "WITHDRAWN" ? ["withdrawDataIssue", row.reporter] : ["resolveDataIssue", owner];
  throw new HubError("FIELD_NOT_AUTHORIZED", `only ${who} may do that with this issue`, {
    coordinate: `Mutation.${field}`,
    duty: caller.duty,
    grantedBy: [],
  });
}

const unknown = () => refused("there is no such issue");

function refused(message: string): HubError {
  return new HubError("BAD_USER_INPUT", message, { argument: "id" });
}
