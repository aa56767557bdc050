import type { Database } from "../database/database.js";
import type { VerificationConclusion } from "../department/define.js";
import type { Register } from "../policy/register/register.js";
import type { Sealing } from "../sealing/sealing.js";
import type { Parameters } from "../verification/parameters/parameters.js";
import type { Ask } from "./ask.js";

/** What verifications are kept and worked on with. */
export interface Casework {
  /** The hub's own database. */
  readonly database: Database;
  readonly sealing: Sealing;
  readonly ask: Ask;
  readonly register: Register;
  /** The parameters in force on a day. */
  readonly parameters: (date: string) => Parameters;
  readonly now: () => Date;
  /** Tells the department that keeps conclusions; one that is elsewhere learns nothing. */
  readonly conclude: (conclusions: readonly VerificationConclusion[]) => Promise<void>;
}
