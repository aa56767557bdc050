import { addYears } from "../../codes/calendar.js";
import type { Parameters } from "../parameters/parameters.js";

/** The year in which a family that has risen above the line still draws relief. */
export interface GradualExit {
  /** Day on which its income was first found above the line. */
  readonly from: string;
  /** Last day of relief. */
  readonly until: string;
  /** Last month that is paid, `YYYY-MM`. */
  readonly lastMonth: string;
}

/** How a family that draws relief stands on a day. */
export type GradualExitState =
  /** Within the line: the relief goes on, and an exit that had begun ends. */
  | "WITHIN_LINE"
  /** Above the line, within the year. */
  | "IN_GRADUAL_EXIT"
  /** Above the line and the year is over: the family leaves. */
  | "OVER";

/**
 * The dates of a gradual exit (document, item (二): 一年渐退). The day itself is not counted and the
 * year ends on the same day of the next one, on 28 February where there is no 29th (Civil Code,
 * articles 201 and 202).
 */
export function gradualExitFrom(from: string, { gradualExitYears }: Parameters): GradualExit {
  const until = addYears(from, gradualExitYears);
  return { from, until, lastMonth: until.slice(0, 7) };
}

/** How a family stands on a day, by whether its income is above the line now and by its last day of relief, if it has one. */
export function gradualExitState(
  aboveLine: boolean,
  until: string | null,
  date: string,
): GradualExitState {
  if (!aboveLine) return "WITHIN_LINE";
  return until !== null && until < date ? "OVER" : "IN_GRADUAL_EXIT";
}
