import type { RegisterDuty } from "./register.js";

/** A task that has another id in the newer document. */
export interface Renumbered {
  readonly from: string;
  readonly to: string;
  readonly title: string;
}

/** An id whose item has another title in the newer document. */
export interface Retitled {
  readonly duty: string;
  readonly before: string;
  readonly after: string;
}

/** An id whose task is worded differently. */
export interface Reworded {
  readonly duty: string;
  readonly title: string;
  /** The item has more or fewer lists than before, so that the id may stand for another of its tasks. */
  readonly mayBeAnother: boolean;
}

/** How the tasks of two documents correspond, by wording first and by the item's title where wording does not tell. */
export interface DutyMatches {
  readonly renumbered: readonly Renumbered[];
  readonly retitled: readonly Retitled[];
  readonly reworded: readonly Reworded[];
}

/** Finds the ids that may mean another task in the newer document; a document compared with itself has none. */
export function matchDuties(
  before: readonly RegisterDuty[],
  after: readonly RegisterDuty[],
): DutyMatches {
  const now = new Map(after.map((duty) => [duty.id, duty]));
  const moved = renumberedDuties(before, after);
  const common = before.flatMap((old) => {
    const duty = now.get(old.id);
    return duty ? [{ old, duty }] : [];
  });
  return {
    renumbered: moved,
    retitled: common
      .filter(({ old, duty }) => old.title !== duty.title)
      .map(({ old, duty }) => ({ duty: duty.id, before: old.title, after: duty.title })),
    reworded: common
      .filter(({ old, duty }) => old.title === duty.title && isReworded(old, duty))
      .map(({ old, duty }) => ({
        duty: duty.id,
        title: duty.title,
        mayBeAnother: listsIn(before, old.item) !== listsIn(after, duty.item),
      })),
  };
}

function renumberedDuties(
  before: readonly RegisterDuty[],
  after: readonly RegisterDuty[],
): Renumbered[] {
  const byWording = [uniqueBy(before, wordingOf), uniqueBy(after, wordingOf)] as const;
  const byTitle = [uniqueBy(before, titleOf), uniqueBy(after, titleOf)] as const;
  return before.flatMap((old) => {
    const same = counterpart(old, wordingOf, byWording) ?? counterpart(old, titleOf, byTitle);
    return same && same.id !== old.id ? [{ from: old.id, to: same.id, title: same.title }] : [];
  });
}

type Key = (duty: RegisterDuty) => string | undefined;

const wordingOf: Key = ({ taskDigest }) => taskDigest;
const titleOf: Key = ({ title, list }) => (title === "" ? undefined : `${list} ${title}`);

/** The duty of the newer document with the same key, where the key tells one duty in either document. */
function counterpart(
  duty: RegisterDuty,
  keyOf: Key,
  [before, after]: readonly [Map<string, RegisterDuty | null>, Map<string, RegisterDuty | null>],
): RegisterDuty | undefined {
  const key = keyOf(duty);
  return key !== undefined && before.get(key) ? (after.get(key) ?? undefined) : undefined;
}

/** Duties by key; null for a key that several have. */
function uniqueBy(duties: readonly RegisterDuty[], keyOf: Key): Map<string, RegisterDuty | null> {
  const unique = new Map<string, RegisterDuty | null>();
  for (const duty of duties) {
    const key = keyOf(duty);
    if (key !== undefined) unique.set(key, unique.has(key) ? null : duty);
  }
  return unique;
}

function isReworded({ taskDigest: before }: RegisterDuty, { taskDigest: after }: RegisterDuty) {
  return before !== undefined && after !== undefined && before !== after;
}

function listsIn(duties: readonly RegisterDuty[], item: number): number {
  return duties.filter((duty) => duty.item === item).length;
}
