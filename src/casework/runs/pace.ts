/** How much slower than its best a batch may be before the next one waits. */
const TOLERANCE = 4;

const LONGEST_PAUSE = 10_000;

/**
 * Slows down with the departments: when a batch takes far longer than the quickest one did, the next
 * one waits as long as that one took, so that a source in trouble is not pressed.
 */
export class Pace {
  private best = Infinity;

  /** Milliseconds to wait after a batch of so many households that took so many milliseconds. */
  pauseAfter(households: number, milliseconds: number): number {
    if (households === 0) return 0;
    const each = milliseconds / households;
    const isSlow = each > this.best * TOLERANCE;
    this.best = Math.min(this.best, each);
    return isSlow ? Math.min(milliseconds, LONGEST_PAUSE) : 0;
  }
}
