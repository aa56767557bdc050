/** A scope as it is typed in. */
export interface TypedScope {
  readonly programme: string;
  readonly township: string;
  readonly changedSince: string;
  /** Ids, apart by anything. */
  readonly households: string;
}

/** A scope as the hub takes it; households that are listed stand for themselves. */
export function scopeFrom({ programme, township, changedSince, households }: TypedScope) {
  const listed = [
    ...new Set(
      households
        .toUpperCase()
        .split(/[\s,，、;；]+/)
        .filter(Boolean),
    ),
  ];
  const since = changedSince || null;
  return listed.length > 0
    ? { programme: null, township: null, changedSince: since, households: listed }
    : {
        programme: programme || null,
        township: township || null,
        changedSince: since,
        households: null,
      };
}
