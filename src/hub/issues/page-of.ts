import { HubError } from "../../errors.js";
import type { Gathered } from "../../intake/desk/desks.js";
import type { IssuePage, IssueQuestion, ShownIssue } from "../../intake/issues/issue-papers.js";

/** One page of the issues of several departments. */
export interface GatheredPage {
  readonly issues: readonly ShownIssue[];
  readonly hasNextPage: boolean;
  /** How many match at the departments that answered. */
  readonly total: number;
  /** Official names of those that did not. */
  readonly unanswered: readonly string[];
}

/** Joins the departments' pages, each of which has at least `first` issues where there are so many. */
export function pageOf(gathered: readonly Gathered<IssuePage>[], first: number): GatheredPage {
  const all = gathered.flatMap(({ answer }) => answer?.issues ?? []).sort(latestFirst);
  return {
    issues: all.slice(0, first),
    hasNextPage: all.length > first,
    total: gathered.reduce((sum, { answer }) => sum + (answer?.total ?? 0), 0),
    unanswered: gathered.flatMap(({ answer, subgraph }) =>
      answer === null ? [subgraph.identity.name] : [],
    ),
  };
}

/** The place of an issue in the list, for whoever goes on after it. */
export function cursorOf({ reportedAt, id }: ShownIssue): string {
  return Buffer.from(JSON.stringify([reportedAt, id])).toString("base64url");
}

/** The place that a cursor names. @throws HubError BAD_USER_INPUT for what is no cursor */
export function positionOf(cursor: string): NonNullable<IssueQuestion["after"]> {
  try {
    const [reportedAt, id] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as unknown[];
    if (typeof id === "string" && !Number.isNaN(Date.parse(String(reportedAt)))) {
      return { reportedAt: String(reportedAt), id };
    }
  } catch {
    // What is no JSON is no cursor either.
  }
  throw new HubError("BAD_USER_INPUT", "it is no cursor of this list", { argument: "after" });
}

function latestFirst(one: ShownIssue, other: ShownIssue): number {
  const later = Date.parse(other.reportedAt) - Date.parse(one.reportedAt);
  return later !== 0 ? later : one.id < other.id ? 1 : -1;
}
