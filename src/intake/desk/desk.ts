import type { RequestContext } from "../../department/context.js";
import type {
  IssueAnswer,
  IssuePage,
  IssueQuestion,
  IssueReport,
  ShownIssue,
} from "../issues/issue-papers.js";
import type { IssueStatistics } from "../issues/issue-statistics.js";
import type { SourceState } from "../sources/source-states.js";

/**
 * What a department answers about its own records beside reading them, in this process or in its
 * own. It decides for itself what the caller may; every answer may be SOURCE_UNAVAILABLE.
 */
export interface Desk {
  /**
   * The division of an entity that is at home here; null where nobody knows it, and one that is in
   * nobody's jurisdiction where the row is kept from this caller.
   */
  divisionOf(type: string, key: string, ctx: RequestContext): Promise<string | null>;
  /** Keeps a data issue and marks its record as in dispute. */
  report(report: IssueReport, ctx: RequestContext): Promise<ShownIssue>;
  /** Closes a data issue. */
  answer(answer: IssueAnswer, ctx: RequestContext): Promise<ShownIssue>;
  /** The data issues that the caller reported or owns. */
  issues(question: IssueQuestion, ctx: RequestContext): Promise<IssuePage>;
  statistics(ctx: RequestContext): Promise<IssueStatistics>;
  /** Every source, in the order of the department's definition. */
  sources(ctx: RequestContext): Promise<readonly SourceState[]>;
}
