/**
 * What stands between a caller and a field. Each wall holds by itself; tests take one down to show
 * that the others hold, and the benchmark to see what they cost. No configuration reaches them.
 */
export interface Walls {
  /** The decision on the whole operation, before it runs. */
  readonly operation: boolean;
  /** The guard at every field, in each department. */
  readonly shield: boolean;
  /** Jurisdiction and consent. */
  readonly rows: boolean;
  /** The rights of the database role that a statement runs under, and the columns it names. */
  readonly database: boolean;
  /** No answer without its record. */
  readonly audit: boolean;
}

export const ALL_WALLS: Walls = {
  operation: true,
  shield: true,
  rows: true,
  database: true,
  audit: true,
};
