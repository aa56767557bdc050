import { CASE_OPERATIONS } from "./cases/operations.js";
import { SHARED_OPERATIONS } from "./shared/operations.js";

/**
 * Every operation that a page asks by itself, to the letter: whoever may run registered operations
 * only may run these as well, each decided field by field like any other.
 */
export const PAGE_OPERATIONS: ReadonlySet<string> = new Set(
  [SHARED_OPERATIONS, CASE_OPERATIONS].flatMap((operations) => Object.values(operations)),
);
