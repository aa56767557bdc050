import { setTimeout } from "node:timers/promises";

/** Tries until what is expected holds; what still fails when the milliseconds are over fails. */
export async function within(
  milliseconds: number,
  expectation: () => Promise<void>,
): Promise<void> {
  const start = performance.now();
  for (;;) {
    const failure = await expectation().then(
      () => null,
      (error: unknown) => ({ error }),
    );
    const elapsed = performance.now() - start;
    if (!failure) return expect(elapsed).toBeLessThan(milliseconds);
    if (elapsed > milliseconds) throw failure.error;
    await setTimeout(50);
  }
}
