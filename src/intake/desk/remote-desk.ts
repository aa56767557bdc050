import { parse, type DocumentNode, type ExecutionResult } from "graphql";
import type { RequestContext } from "../../department/context.js";
import type { DepartmentIdentity } from "../../department/identity.js";
import { sourceUnavailable } from "../../department/source-unavailable.js";
import { HubError, type HubErrorCode } from "../../errors.js";
import type { Desk } from "./desk.js";
import {
  ANSWER,
  DIVISION,
  ISSUES,
  REPORT,
  SOURCES,
  STATISTICS,
  type DeskField,
} from "./desk-fields.js";

/** Asks a department's own endpoint, with the caller vouched for as for its queries. */
export type AskElsewhere = (request: {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: RequestContext;
}) => Promise<ExecutionResult>;

/** What a department may say no with; anything else counts as no answer. */
const REFUSALS: ReadonlySet<unknown> = new Set<HubErrorCode>([
  "BAD_USER_INPUT",
  "CONSENT_REQUIRED",
  "FIELD_NOT_AUTHORIZED",
  "OUT_OF_JURISDICTION",
]);

/** The desk of a department that is served by a process of its own. */
export function remoteDesk(department: DepartmentIdentity, ask: AskElsewhere): Desk {
  const put = async <T>(field: DeskField, paper: unknown, context: RequestContext): Promise<T> => {
    const { document, name } = field;
    let result: ExecutionResult;
    try {
      result = await ask({ document: parse(document), variables: { paper }, context });
    } catch (error) {
      throw unavailable(error, context);
    }
    const [error] = result.errors ?? [];
    if (!error) return result.data?.[name] as T;
    const { code, ...fields } = error.extensions;
    if (REFUSALS.has(code)) throw new HubError(code as HubErrorCode, error.message, fields);
    throw unavailable(error, context);
  };
  const unavailable = (error: unknown, { resources }: RequestContext) => {
    resources.onSourceFailure(department.name, error);
    return sourceUnavailable(department, error);
  };
  return {
    divisionOf: (type, key, ctx) => put(DIVISION, { type, ref: ctx.seal(type, key) }, ctx),
    report: (report, ctx) => put(REPORT, report, ctx),
    answer: (answer, ctx) => put(ANSWER, answer, ctx),
    issues: (question, ctx) => put(ISSUES, question, ctx),
    statistics: (ctx) => put(STATISTICS, null, ctx),
    sources: (ctx) => put(SOURCES, null, ctx),
  };
}
