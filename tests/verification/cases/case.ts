import type { FindingCode } from "../../../src/verification/finding-code.js";
import type { Facts } from "../situations.js";

/** A situation, and the codes of all that is found in it. */
export type Case = readonly [what: string, codes: readonly FindingCode[], facts: Facts];

/** A situation in which nothing is found. */
export type Decoy = readonly [what: string, facts: Facts];
