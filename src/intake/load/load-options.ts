import type { Database } from "../../database/database.js";
import type { Sealing } from "../../sealing/sealing.js";
import type { RefusedRow } from "../reading/opened-file.js";

/** Whose records are loaded, and where they rest. */
export interface LoadTarget {
  /** The one that holds the department's tables. */
  readonly database: Database;
  /** What its persons are known with. */
  readonly sealing: Sealing;
  readonly department: { readonly slug: string; readonly name: string };
}

/** How far a load is. */
export interface LoadProgress {
  /** Rows are read, or the snapshot takes the place of the earlier one. */
  readonly phase: "READING" | "APPLYING";
  readonly bytesRead: number;
  readonly bytes: number;
  readonly rows: number;
}

/** How a file is loaded. */
export interface LoadOptions {
  /** Day that rows speak of which do not say their own, `YYYY-MM-DD`. */
  readonly asOf?: string | undefined;
  /** The body in which the data first arose, where a row does not say; the department unless given. */
  readonly source?: string | undefined;
  /** All rows or none. */
  readonly strict?: boolean | undefined;
  /** Whether more than a fifth of the records may go. */
  readonly allowShrink?: boolean | undefined;
  /** Everything is done, and undone again. */
  readonly dryRun?: boolean | undefined;
  /** Who runs the load, for its record. */
  readonly loadedBy?: string | undefined;
  /** Milliseconds to wait for another load of the same table; 3000 unless given. */
  readonly patience?: number | undefined;
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
  /** Is told of every refused row, and waited for. */
  readonly onRefused?: ((row: RefusedRow) => void | Promise<void>) | undefined;
}
