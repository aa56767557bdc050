import type { Database } from "../../database/database.js";
import type { Subgraph } from "../../department/subgraph.js";

/** A department whose tables are reached from this process. */
export interface Keeper {
  readonly subgraph: Subgraph;
  /** Holds its tables and its issues. */
  readonly database: Database;
}
