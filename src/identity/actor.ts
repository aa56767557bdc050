import type { Caller } from "./caller.js";

/** Who acts, as a history says it: the department, and the person at the keyboard or else the client system. */
export function actorOf({ department, client, operator }: Caller): string {
  return [department, operator ?? client].join(" ");
}
