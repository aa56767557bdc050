import type { Answer, HubError, Path } from "./answer.js";

/** The records changed between two answers, so that they are not parts of one. */
export class RecordsChanged extends Error {}

/**
 * Puts what failed in one answer in from a later one, which asked for those parts again and for
 * the fields that say whose they are.
 * @throws RecordsChanged where both answered a field and say different things of it.
 */
export function fillIn<Data>(
  first: Answer<Data>,
  failed: readonly HubError[],
  later: Answer<Data>,
): Answer<Data> {
  const places = new Set(failed.map(({ path = [] }) => keyOf(path)));
  return {
    ...later,
    data: filled(first.data, later.data, [], places) as Data,
    errors: [...first.errors.filter((error) => !failed.includes(error)), ...later.errors],
  };
}

function filled(first: unknown, later: unknown, path: Path, places: ReadonlySet<string>): unknown {
  if (places.has(keyOf(path))) return later;
  if (later === undefined || first === later) return first;
  if (!isParent(first) || !isParent(later)) throw new RecordsChanged(path.join("."));
  if (Array.isArray(first)) {
    if (!Array.isArray(later) || first.length !== later.length) {
      throw new RecordsChanged(path.join("."));
    }
    return first.map((item, index) => filled(item, later[index], [...path, index], places));
  }
  return Object.fromEntries(
    Object.entries(first).map(([key, value]) => [
      key,
      filled(value, later[key], [...path, key], places),
    ]),
  );
}

const isParent = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

const keyOf = (path: Path) => JSON.stringify(path);
