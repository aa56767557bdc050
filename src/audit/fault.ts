/**
 * How a log differs from what was written. A record may have been CHANGED in place or, with
 * everything after it, hashed anew; REMOVED from before others; INSERTED; REORDERED. TRUNCATED is a
 * log without records that a checkpoint covers; CHECKPOINT_INVALID is a checkpoint nobody signed.
 */
export type FaultKind =
  "CHANGED" | "REMOVED" | "INSERTED" | "REORDERED" | "TRUNCATED" | "CHECKPOINT_INVALID";

/** One thing that is wrong with a log. */
export interface Fault {
  readonly kind: FaultKind;
  /** The first record concerned, by its place in the log as found; a checkpoint's size. */
  readonly sequence: number;
  /** What was seen, for the operator. */
  readonly detail: string;
}

/** `record 5`, `records 5–9`. */
export function recordsFrom(from: number, to: number): string {
  return from === to ? `record ${from}` : `records ${from}–${to}`;
}
