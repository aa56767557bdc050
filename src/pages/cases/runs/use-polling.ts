import { useEffect, useRef } from "preact/hooks";

/** Milliseconds to the first look, and at most between two. */
const SOON = 1_000;
const LATEST = 15_000;
const SLOWER = 1.4;

/**
 * Looks again and again while something is going on: seldomer with every look, not at all while the
 * page is hidden, and at once when it is seen again.
 */
export function usePolling(isGoingOn: boolean, look: () => unknown): void {
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    if (!isGoingOn) return;
    let wait = SOON;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const plan = () => {
      clearTimeout(timer);
      if (document.hidden) return;
      timer = setTimeout(() => {
        latest.current();
        wait = Math.min(wait * SLOWER, LATEST);
        plan();
      }, wait);
    };
    const seen = () => {
      if (!document.hidden) {
        latest.current();
        wait = SOON;
      }
      plan();
    };
    plan();
    document.addEventListener("visibilitychange", seen);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [isGoingOn]);
}
