import DataLoader from "dataloader";
import { Keys } from "./keys.js";

/** What was found for each key, in the order of the keys; an error is that key's failure. */
export type Gathered<Found> = readonly (Found | Error)[];

/** Look-ups of one kind, of any number of keys each. */
export type Gathering<Found> = Pick<DataLoader<Keys, Gathered<Found>>, "load">;

type FindAll<Found> = (keys: Keys) => Promise<Gathered<Found>>;

/**
 * Look-ups of one kind by whichever requests, gathered until the turn of the event loop is over and
 * then found together; a key that several ask for is looked up once. Nothing is remembered longer:
 * the next turn asks again.
 * @param findAll finds for each key, in the order of the keys; an error is that key's failure
 */
export function gathering<Found>(findAll: FindAll<Found>): Gathering<Found> {
  return new DataLoader<Keys, Gathered<Found>>(
    async (asked) => {
      const [alone] = asked;
      if (alone && asked.length === 1) return [await findInParts(findAll, alone)];
      const { all, places } = unionOf(asked);
      const answers = await findInParts(findAll, all);
      return places.map((own) => own.map((place) => answers[place] as Found | Error));
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
    unions.length = 0;
  });
}

/** Several lists of keys as one. */
interface Union {
  readonly asked: readonly Keys[];
  readonly all: Keys;
  /** Of each list where its keys stand among all. */
  readonly places: readonly (readonly number[])[];
}

/** Those of this turn: many kinds are looked up by the same lists. */
const unions: Union[] = [];

function unionOf(asked: readonly Keys[]): Union {
  const known = unions.find(
    (one) => one.asked.length === asked.length && one.asked.every((keys, n) => keys === asked[n]),
  );
  if (known) return known;
  const all = new Keys(asked.flatMap(({ list }) => list));
  const places = asked.map(({ list }) => list.map((key) => all.placeOf(key) as number));
  const union = { asked, all, places };
  unions.push(union);
  return union;
}

async function findInParts<Found>(findAll: FindAll<Found>, keys: Keys): Promise<Gathered<Found>> {
  const found = await Promise.all(keys.parts.map((part) => findOrFail(findAll, part)));
  return found.length === 1 ? (found[0] as Gathered<Found>) : found.flat();
}

async function findOrFail<Found>(findAll: FindAll<Found>, keys: Keys): Promise<Gathered<Found>> {
  try {
    return await findAll(keys);
  } catch (error) {
    return keys.list.map(() => error as Error);
  }
}
