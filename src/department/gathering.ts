import DataLoader from "dataloader";

/** What was found for each key, in the order of the keys; an error is that key's failure. */
export type Gathered<Found> = readonly (Found | Error)[];

/** Look-ups of one kind, of any number of keys each. */
export type Gathering<Found> = Pick<DataLoader<readonly string[], Gathered<Found>>, "load">;

/** Keys of one statement at most. */
const MAXIMUM_KEYS = 1000;

type FindAll<Found> = (keys: readonly string[]) => Promise<Gathered<Found>>;

/**
 * Look-ups of one kind by whichever requests, gathered until the turn of the event loop is over and
 * then found together; a key that several ask for is looked up once. Nothing is remembered longer:
 * the next turn asks again.
 * @param findAll finds for each key, in the order of the keys; an error is that key's failure
 */
export function gathering<Found>(findAll: FindAll<Found>): Gathering<Found> {
  return new DataLoader<readonly string[], Gathered<Found>>(
    async (asked) => {
      const [alone] = asked;
      if (alone && asked.length === 1) return [await findInParts(findAll, alone)];
      const keys = [...new Set(asked.flat())];
      const answers = await findInParts(findAll, keys);
      const found = new Map<string, Found | Error>();
      for (const [place, key] of keys.entries()) found.set(key, answers[place] as Found | Error);
      return asked.map((own) => own.map((key) => found.get(key) as Found | Error));
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

async function findInParts<Found>(
  findAll: FindAll<Found>,
  keys: readonly string[],
): Promise<Gathered<Found>> {
  if (keys.length <= MAXIMUM_KEYS) return findOrFail(findAll, keys);
  const parts = Array.from({ length: Math.ceil(keys.length / MAXIMUM_KEYS) }, (_, part) =>
    findOrFail(findAll, keys.slice(part * MAXIMUM_KEYS, (part + 1) * MAXIMUM_KEYS)),
  );
  return (await Promise.all(parts)).flat();
}

async function findOrFail<Found>(
  findAll: FindAll<Found>,
  keys: readonly string[],
): Promise<Gathered<Found>> {
  try {
    return await findAll(keys);
  } catch (error) {
    return keys.map(() => error as Error);
  }
}
