import { useEffect, useState } from "preact/hooks";

/** How long nothing may change, in milliseconds. */
const QUIET = 600;

/** What a list said when it last stood still: what is still being written is not spoken of. */
export function useSettled(now: readonly string[]): readonly string[] {
  const [settled, setSettled] = useState(now);
  const key = now.join(" ");
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(now), QUIET);
    return () => clearTimeout(waiting);
  }, [key]);
  return settled;
}
