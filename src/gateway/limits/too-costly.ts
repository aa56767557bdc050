import { HubError } from "../../errors.js";
import type { Excess } from "./limits.js";

/** The error for a limit that an operation goes beyond. */
export function tooCostly({ limit, maximum, found }: Excess): HubError {
  return new HubError(
    "OPERATION_TOO_COSTLY",
    `the operation has ${found} ${WORDS[limit]}; at most ${maximum} are allowed`,
    { limit, maximum, found },
  );
}

const WORDS: Readonly<Record<Excess["limit"], string>> = {
  tokens: "tokens or more",
  nesting: "brackets within one another",
  depth: "levels of fields",
  aliases: "aliases",
  rootFields: "root fields",
  breadth: "fields in one selection",
  selections: "fields and fragments",
  directives: "directives",
  rows: "rows to be expected",
};
