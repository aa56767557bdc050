import type { Segment } from "./segment.js";

/** The order that segments have by their hashes. */
export interface LinkedOrder {
  /** Every segment that belongs to the chain, in the order of the chain. */
  readonly placed: readonly Segment[];
  /** Of these, segments that follow something that is not there. */
  readonly orphans: ReadonlySet<Segment>;
  /** Segments beside the chain: they follow what another segment continues. */
  readonly strays: readonly Segment[];
}

/** Puts segments in the order of their hashes, whatever their numbers say; the first one is the start. */
export function followLinks(segments: readonly Segment[]): LinkedOrder {
  const followers = groupByPrevious(segments);
  const length = chainLengths(followers);
  const ends = new Set(segments.map(({ hash }) => hash));
  const placed: Segment[] = [];
  const used = new Set<Segment>();

  const longest = (candidates: readonly Segment[] = []) =>
    candidates
      .filter((candidate) => !used.has(candidate))
      .reduce<Segment | undefined>(
        (best, next) => (best && length(best) > length(next) ? best : next),
        undefined,
      );

  function place(start: Segment | undefined): void {
    for (let next = start; next; next = longest(followers.get(next.hash))) {
      used.add(next);
      placed.push(next);
    }
  }

  place(segments[0]);
  const orphans = segments.filter((segment) => !used.has(segment) && !ends.has(segment.previous));
  orphans.forEach(place);
  const strays = segments.filter((segment) => !used.has(segment));
  return { placed, orphans: new Set(orphans), strays };
}

function groupByPrevious(segments: readonly Segment[]): Map<string, Segment[]> {
  const groups = new Map<string, Segment[]>();
  for (const segment of segments) {
    const group = groups.get(segment.previous);
    if (group) group.push(segment);
    else groups.set(segment.previous, [segment]);
  }
  return groups;
}

/** Records of a segment and of the longest chain behind it; a circle, which no hash can make, ends it. */
function chainLengths(followers: ReadonlyMap<string, readonly Segment[]>) {
  const known = new Map<Segment, number>();
  return function lengthOf(segment: Segment): number {
    const found = known.get(segment);
    if (found !== undefined) return found;
    known.set(segment, 0);
    const behind = (followers.get(segment.hash) ?? []).map(lengthOf);
    const length = segment.to - segment.from + 1 + Math.max(0, ...behind);
    known.set(segment, length);
    return length;
  };
}
