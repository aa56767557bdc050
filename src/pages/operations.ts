import { CASE_OPERATIONS } from "./cases/operations.js";
import { CATALOGUE_OPERATIONS } from "./catalogue/operations.js";
import { EXPLORER_OPERATIONS } from "./explorer/operations.js";
import { SHARED_OPERATIONS } from "./shared/operations.js";

/**
 * Every operation that a page asks by itself, to the letter: whoever may run registered operations
 * only may run these as well, unless it is a system, each decided field by field like any other.
 */
export const PAGE_OPERATIONS: ReadonlySet<string> = new Set(
  [SHARED_OPERATIONS, CASE_OPERATIONS, CATALOGUE_OPERATIONS, EXPLORER_OPERATIONS].flatMap(
    (operations) => Object.values(operations),
  ),
);
