/**
 * Starts work at a rate, whether or not what was started before has ended, for some seconds; answers
 * when all of it has.
 * @param work is told when it was due, in milliseconds of `performance.now()`
 */
export async function openLoop(
  rate: number,
  seconds: number,
  work: (n: number, due: number) => Promise<void>,
): Promise<void> {
  const start = performance.now();
  const all = Math.round(rate * seconds);
  const running = new Set<Promise<void>>();
  for (let n = 0; n < all;) {
    const due = Math.min(all, Math.floor(((performance.now() - start) / 1000) * rate) + 1);
    for (; n < due; n += 1) {
      const one: Promise<void> = work(n, start + (n / rate) * 1000).finally(() =>
        running.delete(one),
      );
      running.add(one);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await Promise.all(running);
}

/** Keeps some workers busy for some seconds; answers how often they were done, a second. */
export async function closedLoop(
  workers: number,
  seconds: number,
  work: (n: number) => Promise<void>,
): Promise<number> {
  const start = performance.now();
  let done = 0;
  const worker = async () => {
    while (performance.now() - start < seconds * 1000) {
      await work((done += 1));
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  return done / ((performance.now() - start) / 1000);
}
