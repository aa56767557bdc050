import { isConsistent, type ChainLink, type ChainPosition } from "./chain.js";
import type { Segment } from "./segment.js";

/** Breaks, and changed records, that are told apart: beyond, the log is found faulty all the same. */
const FOUND_LIMIT = 1000;

/** Records back to which a second successor is recognised. */
const WINDOW = 1000;

type Open = { -readonly [Key in keyof Segment]: Segment[Key] };

/**
 * Goes along a chain as it is stored, in the order of sequences and in bounded memory, and keeps
 * what does not fit: where it breaks into segments, and which records do not have their own hash.
 */
export class ChainSurvey {
  /** In the order of the log; the first one begins with the given start. */
  readonly segments: Open[];
  /** Records whose hash is not that of their content. */
  readonly changed: ChainLink[] = [];
  private readonly window = new Map<string, number>();
  private count = 0;

  /** @param start What the first record has to follow. */
  constructor(readonly start: ChainPosition) {
    const { sequence, hash } = start;
    this.segments = [{ from: sequence, to: sequence, previous: "", hash }];
    this.window.set(hash, sequence);
  }

  /** How many links were added. */
  get records(): number {
    return this.count;
  }

  /** The last link added, or the start. */
  get end(): ChainPosition {
    const { to, hash } = this.current;
    return { sequence: to, hash };
  }

  /** Takes the next link as the log has it. */
  add(link: ChainLink): void {
    this.count += 1;
    const consistent = isConsistent(link);
    if (!consistent && this.changed.length < FOUND_LIMIT) this.changed.push(link);
    if (this.isBreak(link, consistent)) this.startSegment(link);
    this.current.to = link.sequence;
    this.current.hash = link.hash;
    this.remember(link);
  }

  private get current(): Open {
    return this.segments[this.segments.length - 1] as Open;
  }

  /** What a record with a wrong hash says it follows proves nothing. */
  private isBreak({ sequence, previous }: ChainLink, consistent: boolean): boolean {
    if (this.segments.length >= FOUND_LIMIT) return false;
    const { to, hash } = this.current;
    return sequence !== to + 1 || (consistent && previous !== hash);
  }

  private startSegment({ sequence, previous, hash }: ChainLink): void {
    this.splitAfter(previous);
    this.segments.push({ from: sequence, to: sequence, previous, hash });
  }

  /** A record that has another successor too ends its segment, so that both can be compared. */
  private splitAfter(hash: string): void {
    const sequence = this.window.get(hash);
    if (sequence === undefined) return;
    const place = this.segments.findLastIndex(({ from, to }) => from <= sequence && sequence < to);
    const whole = this.segments[place];
    if (!whole) return;
    const rest = { ...whole, from: sequence + 1, previous: hash };
    this.segments.splice(place, 1, { ...whole, to: sequence, hash }, rest);
  }

  private remember({ hash, sequence }: ChainLink): void {
    this.window.delete(hash);
    this.window.set(hash, sequence);
    if (this.window.size <= WINDOW) return;
    const [oldest] = this.window.keys();
    this.window.delete(oldest as string);
  }
}
