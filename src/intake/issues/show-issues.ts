import { maskIdNumber } from "../../codes/id-number.js";
import type { RequestContext } from "../../department/context.js";
import { isSameBody } from "../../policy/register/register.js";
import { findNumbers } from "../../sealing/known-persons.js";
import { openCell } from "../../sealing/sealed-rows.js";
import { eventsOf } from "./find-issues.js";
import { isOverdue } from "./issue-clock.js";
import type { ShownIssue } from "./issue-papers.js";
import type { Keeper } from "./keeper.js";
import type { IssueRow } from "./report-issue.js";
import { issue } from "./tables.js";

/** Issues as one caller may see them: values for whoever may read the field, the record's own keys for its owner. */
export async function showIssues(
  { subgraph, database }: Keeper,
  rows: readonly IssueRow[],
  ctx: RequestContext,
): Promise<ShownIssue[]> {
  if (rows.length === 0) return [];
  const { caller, resources } = ctx;
  const { definition, identity } = subgraph;
  const events = await eventsOf(
    database,
    rows.map(({ id }) => id),
  );
  const persons = rows.flatMap(({ subject }) => subject ?? []);
  const numbers = await findNumbers(database, resources.sealing, persons);
  const owns = isSameBody(resources.policy().register, identity.name, caller.department);
  return Promise.all(
    rows.map(async (row) => {
      const idNumber = (row.subject && numbers.get(row.subject)) ?? null;
      const shows = await mayShow(row, definition.subjects, ctx);
      const { id, coordinate, state, reporter, reportedBy, reportedAt, dueOn } = row;
      return {
        id,
        department: identity.name,
        coordinate,
        state,
        reporter,
        reportedBy,
        reportedAt,
        dueOn,
        overdue: isOverdue(row, caller.date),
        closedBy: row.closedBy,
        closedAt: row.closedAt,
        withheld: !shows,
        householdId: shows ? row.householdId : null,
        maskedIdNumber: shows && idNumber !== null ? maskIdNumber(idNumber) : null,
        idNumber: owns && shows ? idNumber : null,
        recordKey: owns && shows ? keyText(row) : null,
        ...contentOf(row, shows, ctx),
        history: (events.get(row.id) ?? []).map(({ at, kind, by }) => ({ at, kind, by })),
      };
    }),
  );
}

function contentOf(row: IssueRow, shows: boolean, { resources }: RequestContext) {
  if (!shows) return { valueSeen: null, shouldBe: null, evidence: null, explanation: null };
  const open = (column: Parameters<typeof openCell>[1], text: string | null) =>
    openCell(resources.sealing, column, text, row.id);
  return {
    valueSeen: open(issue.valueSeen, row.valueSeen),
    shouldBe: open(issue.shouldBe, row.shouldBe),
    evidence: JSON.parse(open(issue.evidence, row.evidence) ?? "[]") as string[],
    explanation: open(issue.explanation, row.explanation),
  };
}

/** Whether the caller may read the field of this record: by the decision, and by the consent that it needs. */
async function mayShow(
  { coordinate, subject, householdId }: IssueRow,
  findSubjects: Keeper["subgraph"]["definition"]["subjects"],
  ctx: RequestContext,
): Promise<boolean> {
  if (!ctx.mayRead(coordinate)) return false;
  const field = ctx.resources.policy().fields.get(coordinate);
  if (field?.kind !== "governed" || !ctx.needsConsent(field.owner)) return true;
  if (field.sensitivity !== "FINANCIAL" && field.sensitivity !== "HEALTH") return true;
  if (subject) return ctx.consents.of(subject);
  return ctx.consents.ofAll((await findSubjects?.({ householdId }, ctx)) ?? []);
}

function keyText({ key }: IssueRow): string | null {
  const parts = Object.entries(key).map(([column, value]) => `${column}=${value}`);
  return parts.length === 0 ? null : parts.join(" ");
}
