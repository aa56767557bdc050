import DataLoader from "dataloader";

/** What was found, by key, for all who asked together; an error is that key's failure. */
export type Gathered<Found> = ReadonlyMap<string, Found | Error>;

/** Look-ups of one kind, of any number of keys each. */
export type Gathering<Found> = Pick<DataLoader<readonly string[], Gathered<Found>>, "load">;

/** Keys of one statement at most. */
const MAXIMUM_KEYS = 1000;

/**
 * Look-ups of one kind by whichever requests, gathered until the turn of the event loop is over and
 * then found together; a key that several ask for is looked up once. Nothing is remembered longer:
 * the next turn asks again.
 * @param findAll finds for each key, in the order of the keys; an error is that key's failure
 */
export function gathering<Found>(
  findAll: (keys: readonly string[]) => Promise<readonly (Found | Error)[]>,
): Gathering<Found> {
  return new DataLoader<readonly string[], Gathered<Found>>(
    async (asked) => {
      const found = await findTogether(findAll, [...new Set(asked.flat())]);
      return asked.map(() => found);
    },
    { cache: false, batchScheduleFn: afterThisTurn },
  );
}

const dispatches: (() => void)[] = [];

/** All kinds are looked up in one go, so that statements may be joined. */
function afterThisTurn(dispatch: () => void): void {
  if (dispatches.push(dispatch) > 1) return;
  setImmediate(() => {
    for (const run of dispatches.splice(0)) run();
  });
}

async function findTogether<Found>(
  findAll: (keys: readonly string[]) => Promise<readonly (Found | Error)[]>,
  keys: readonly string[],
): Promise<Gathered<Found>> {
  const found = new Map<string, Found | Error>();
  const parts = Array.from({ length: Math.ceil(keys.length / MAXIMUM_KEYS) }, (_, part) =>
    keys.slice(part * MAXIMUM_KEYS, (part + 1) * MAXIMUM_KEYS),
  );
  await Promise.all(
    parts.map(async (part) => {
      try {
        const answers = await findAll(part);
        part.forEach((key, place) => found.set(key, answers[place] as Found | Error));
      } catch (error) {
        part.forEach((key) => found.set(key, error as Error));
      }
    }),
  );
  return found;
}
