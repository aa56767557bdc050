/** What the catalogue asks for who has signed in. */
export const CATALOGUE_OPERATIONS = {
  /** How recent the departments' sources are. */
  sources: `query CatalogueSources { sources {
  department kind title available records counted asOf ageDays maximumAgeDays stale
  lastLoad { finishedAt }
} }`,
} as const;
