/** Records that follow one another in number and by their hashes, with a break before and after. */
export interface Segment {
  /** Sequence of its first record. */
  readonly from: number;
  /** Sequence of its last record. */
  readonly to: number;
  /** The hash that its first record says it follows. */
  readonly previous: string;
  /** Hash of its last record. */
  readonly hash: string;
}
