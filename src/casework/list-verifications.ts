import { and, desc, eq, gt, gte, like, lt, not, or, sql, type SQL } from "drizzle-orm";
import { addDays } from "../codes/calendar.js";
import { significantPrefixes } from "../codes/division-code.js";
import { VerificationState } from "../codes/verification-codes.js";
import type { Database } from "../database/database.js";
import type { VerificationRow } from "./store-report.js";
import { verification } from "./tables.js";
import { IN_STATE, isOverdueIn } from "./verification-state.js";

/** What a list of verifications is narrowed to; all that is given must hold. */
export interface VerificationFilter {
  readonly householdId?: string | null | undefined;
  readonly programme?: string | null | undefined;
  readonly outcome?: VerificationRow["outcome"] | null | undefined;
  readonly state?: VerificationState | null | undefined;
  /** Only those whose findings stand open beyond their day; false for the others. */
  readonly overdue?: boolean | null | undefined;
  /** Only those with findings that nobody has disposed of. */
  readonly open?: boolean | null | undefined;
  readonly run?: string | null | undefined;
  readonly submittedSince?: string | null | undefined;
  /** The last day of submission. */
  readonly submittedUntil?: string | null | undefined;
}

/** Which verifications are asked for, by whom. */
export interface Wanted {
  readonly filter: VerificationFilter;
  readonly jurisdiction: readonly string[];
  /** Reports that were made before are overdue while findings stand open. */
  readonly overdueBefore: string;
}

/** Which part of a list is asked for. */
export interface VerificationPage {
  readonly first: number;
  /** The verification after which it begins; null for the beginning. */
  readonly after: VerificationPlace | null;
  readonly overdueFirst: boolean;
}

/** Where a verification stands in a list. */
export interface VerificationPlace {
  readonly id: string;
  /** Whether it was overdue when it was listed; of no consequence in a list by number. */
  readonly overdue: boolean;
}

/** A page of the verifications within divisions, the latest first, or those that are overdue before the others. */
export function listVerifications(
  { drizzle }: Database,
  wanted: Wanted,
  { first, after, overdueFirst }: VerificationPage,
): Promise<VerificationRow[]> {
  const overdue = isOverdueIn(wanted.overdueBefore);
  return drizzle
    .select()
    .from(verification)
    .where(and(matching(wanted), after ? behind(after, overdueFirst ? overdue : null) : undefined))
    .orderBy(...(overdueFirst ? [desc(overdue)] : []), desc(verification.id))
    .limit(first);
}

/** What stands behind a place; where the list begins with what is overdue, that counts too. */
function behind(place: VerificationPlace, overdue: SQL | null): SQL | undefined {
  const later = lt(verification.id, place.id);
  if (overdue === null) return later;
  return place.overdue ? or(not(overdue), later) : and(not(overdue), later);
}

/** How many there are. */
export async function countVerifications({ drizzle }: Database, wanted: Wanted): Promise<number> {
  const [row] = await drizzle
    .select({ count: sql<number>`count(*)::int` })
    .from(verification)
    .where(matching(wanted));
  return row?.count ?? 0;
}

/** How many there are in a state, and how many of these are overdue. */
export interface StateCount {
  readonly state: VerificationState;
  readonly count: number;
  readonly overdue: number;
}

/** Counts verifications by state; every state is there, in the order of the code table. */
export async function countByState({ drizzle }: Database, wanted: Wanted): Promise<StateCount[]> {
  const overdue = isOverdueIn(wanted.overdueBefore);
  const counts = Object.fromEntries(
    VerificationState.keys.flatMap((state) => [
      [state, counted(IN_STATE[state])],
      [`${state} overdue`, counted(and(IN_STATE[state], overdue))],
    ]),
  );
  const [row] = await drizzle.select(counts).from(verification).where(matching(wanted));
  return VerificationState.keys.map((state) => ({
    state,
    count: row?.[state] ?? 0,
    overdue: row?.[`${state} overdue`] ?? 0,
  }));
}

const counted = (those: SQL | undefined) => sql<number>`(count(*) filter (where ${those}))::int`;

function matching({ filter, jurisdiction, overdueBefore }: Wanted): SQL | undefined {
  const { householdId, programme, outcome, state, overdue, open, run } = filter;
  const { submittedSince, submittedUntil } = filter;
  const isOverdue = isOverdueIn(overdueBefore);
  return and(
    within(jurisdiction),
    householdId ? eq(verification.householdId, householdId) : undefined,
    programme ? eq(verification.programme, programme) : undefined,
    outcome ? eq(verification.outcome, outcome) : undefined,
    state ? IN_STATE[state] : undefined,
    typeof overdue === "boolean" ? (overdue ? isOverdue : not(isOverdue)) : undefined,
    open ? gt(verification.openFindings, 0) : undefined,
    run ? eq(verification.runId, run) : undefined,
    submittedSince ? gte(verification.submittedAt, startOf(submittedSince)) : undefined,
    submittedUntil ? lt(verification.submittedAt, startOf(addDays(submittedUntil, 1))) : undefined,
  );
}

/** The first moment of a day in Shanghai. */
const startOf = (date: string) => `${date}T00:00:00+08:00`;

function within(jurisdiction: readonly string[]): SQL {
  const prefixes = significantPrefixes(jurisdiction);
  return or(...prefixes.map((prefix) => like(verification.division, `${prefix}%`))) ?? sql`false`;
}
