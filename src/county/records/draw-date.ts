import { addDays, daysBetween } from "../../codes/calendar.js";
import type { RandomStream } from "../random-stream.js";

/** A day from `first` to `last`, both included; `first` where it is the later of the two. */
export function drawDate(stream: RandomStream, first: string, last: string): string {
  const days = daysBetween(first, last);
  return days > 0 ? addDays(first, stream.integer(0, days)) : first;
}

/** A day at least `least` and at most `most` days before a date. */
export function drawDateBefore(
  stream: RandomStream,
  date: string,
  least: number,
  most: number,
): string {
  return addDays(date, -stream.integer(least, most));
}
