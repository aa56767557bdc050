import DataLoader from "dataloader";

/** Keys of one statement at most: nobody waits long for what a large request asks beside his own. */
const MAXIMUM_KEYS = 1000;

/**
 * Look-ups of one kind by whichever requests, gathered until the turn of the event loop is over and
 * then found together; a key that several ask for is looked up once. Nothing is remembered longer:
 * the next turn asks again.
 * @param findAll finds for each key, in the order of the keys; an error is that key's rejection
 */
export function gathering<Found>(
  findAll: (keys: readonly string[]) => Promise<readonly (Found | Error)[]>,
): DataLoader<string, Found> {
  const loader = new DataLoader<string, Found>(
    (keys) => {
      loader.clearAll();
      return findAll(keys);
    },
    { maxBatchSize: MAXIMUM_KEYS, batchScheduleFn: (dispatch) => setImmediate(dispatch) },
  );
  return loader;
}
