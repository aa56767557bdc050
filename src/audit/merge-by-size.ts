import type { Checkpoint } from "./checkpoint.js";

/** Stored checkpoints, which come by size, and kept ones, which come as they may, all by size. */
export async function* mergeBySize(
  stored: AsyncIterable<Checkpoint>,
  kept: readonly Checkpoint[],
): AsyncGenerator<Checkpoint> {
  const waiting = [...kept].sort((a, b) => b.size - a.size);
  for await (const checkpoint of stored) {
    for (let next = waiting.at(-1); next && next.size <= checkpoint.size; next = waiting.at(-1)) {
      yield next;
      waiting.pop();
    }
    yield checkpoint;
  }
  yield* waiting.reverse();
}
