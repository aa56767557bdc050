import type { AssistanceProgramme } from "../../codes/code-tables.js";
import type { Caller } from "../../identity/caller.js";
import {
  reconcileTwoLines,
  type TwoLinesReconciliation,
} from "../../verification/lists/two-lines-list.js";
import type { Casework } from "../casework.js";
import { everyHousehold } from "./every-household.js";

const SELECTION = `id township
  assistance { programme startMonth endMonth }
  members { agriculture { lowIncomeFarmer } }`;

interface Household {
  readonly id: string;
  readonly township: string;
  readonly assistance: readonly Relief[] | null;
  readonly members: readonly ({ readonly agriculture: Farmer | null } | null)[] | null;
}

interface Relief {
  readonly programme: AssistanceProgramme;
  readonly startMonth: string;
  readonly endMonth: string | null;
}

interface Farmer {
  readonly lowIncomeFarmer: boolean | null;
}

/** 两线合一: the two lists of the caller's divisions held against one another on a day. */
export async function twoLines(
  { ask, parameters }: Casework,
  caller: Caller,
  township: string | null,
): Promise<TwoLinesReconciliation> {
  const households = await everyHousehold<Household>(ask, caller, SELECTION, township);
  const rows = households.map(({ id, township: where, assistance, members }) => ({
    householdId: id,
    township: where,
    lowIncomeFarmer: listed((members ?? []).flatMap((member) => member?.agriculture ?? [])),
    programmes: programmesIn(assistance ?? [], caller.date.slice(0, 7)),
  }));
  return reconcileTwoLines(rows, parameters(caller.date));
}

/** Whether any member's record says so; null where nobody has one. */
function listed(records: readonly Farmer[]): boolean | null {
  return records.length === 0 ? null : records.some(({ lowIncomeFarmer }) => lowIncomeFarmer);
}

/** The programmes drawn in a month. */
export function programmesIn(relief: readonly Relief[], month: string): AssistanceProgramme[] {
  return relief
    .filter(
      ({ startMonth, endMonth }) => startMonth <= month && (endMonth === null || month <= endMonth),
    )
    .map(({ programme }) => programme);
}
