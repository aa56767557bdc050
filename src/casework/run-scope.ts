import type { AssistanceProgramme } from "../codes/code-tables.js";

/** Which households a re-verification takes in; all that is given must hold. */
export interface RunScope {
  /** Everybody who draws it. */
  readonly programme?: AssistanceProgramme | null;
  /** 9 digits. */
  readonly township?: string | null;
  readonly households?: readonly string[] | null;
  /** Only those of which a department holds a record from that day or later. */
  readonly changedSince?: string | null;
}
