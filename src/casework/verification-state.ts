import { and, eq, gt, isNotNull, isNull, lt, sql, type SQL } from "drizzle-orm";
import type { VerificationState } from "../codes/verification-codes.js";
import type { VerificationRow } from "./store-report.js";
import { verification } from "./tables.js";

/** How far a verification is: what holds it up first. */
export function stateOf({
  openObjections,
  openFindings,
  retryAt,
}: Pick<VerificationRow, "openObjections" | "openFindings" | "retryAt">): VerificationState {
  if (retryAt !== null) return "WAITING_FOR_SOURCES";
  if (openObjections > 0) return "UNDER_OBJECTION";
  return openFindings > 0 ? "UNDER_REVIEW" : "CONCLUDED";
}

const { retryAt, openObjections, openFindings, completedAt } = verification;
const ANSWERED = isNull(retryAt);
const UNOPPOSED = eq(openObjections, 0);

/** The verifications in a state, as `stateOf` has it. */
export const IN_STATE: Readonly<Record<VerificationState, SQL | undefined>> = {
  WAITING_FOR_SOURCES: isNotNull(retryAt),
  UNDER_OBJECTION: and(ANSWERED, gt(openObjections, 0)),
  UNDER_REVIEW: and(ANSWERED, UNOPPOSED, gt(openFindings, 0)),
  CONCLUDED: and(ANSWERED, UNOPPOSED, eq(openFindings, 0)),
};

/**
 * Whether findings stand open beyond the day by which they are to be disposed of.
 * @param before what `overdueBefore` says of the day
 */
export function isOverdueIn(before: string): SQL<boolean> {
  return sql<boolean>`(${and(gt(openFindings, 0), lt(completedAt, before))})`;
}
