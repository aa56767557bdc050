/** When nobody waits for an answer any more. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Milliseconds that are left; none or less once it has passed. */
  remaining(): number;
}

/** The deadline so many milliseconds from now. */
export function deadlineIn(milliseconds: number): Deadline {
  const end = performance.now() + milliseconds;
  return {
    signal: AbortSignal.timeout(milliseconds),
    remaining: () => end - performance.now(),
  };
}
