import { isWithin } from "../../codes/division-code.js";
import { findVerification } from "../../casework/find-verifications.js";
import type { VerificationRow } from "../../casework/store-report.js";
import type { RequestContext } from "../../department/context.js";
import { HubError } from "../../errors.js";
import { actorOf } from "../../identity/actor.js";

/** Who acts, as a verification's history says it. */
export function actor({ caller }: RequestContext): string {
  return actorOf(caller);
}

/**
 * A verification that the caller may work on.
 * @throws HubError BAD_USER_INPUT for an unknown one, OUT_OF_JURISDICTION outside the caller's divisions
 */
export async function admitted(
  ctx: RequestContext,
  id: string,
  argument: string,
): Promise<VerificationRow> {
  const row = await ctx.askHub((database) => findVerification(database, id));
  if (!row) {
    throw new HubError("BAD_USER_INPUT", "there is no such verification", { argument });
  }
  return within(row, ctx);
}

/** The verification, where it lies within the caller's divisions. @throws HubError OUT_OF_JURISDICTION */
export function within(row: VerificationRow, ctx: RequestContext): VerificationRow {
  if (!isWithin(row.division, ctx.caller.jurisdiction)) {
    throw new HubError("OUT_OF_JURISDICTION", "outside the divisions that this caller serves");
  }
  ctx.concern("Household", row.householdId);
  return row;
}

/** A text that says something. @throws HubError BAD_USER_INPUT naming the argument */
export function said(text: string, argument: string): string {
  const trimmed = text.trim();
  if (trimmed !== "" && trimmed.length <= LONGEST) return trimmed;
  throw new HubError("BAD_USER_INPUT", `say why, in at most ${LONGEST} characters`, { argument });
}

const LONGEST = 2000;
