/** From the answer's root to a field: response keys, and places in lists from 0. */
export type Path = readonly (string | number)[];

/** Why a field, or all of an answer, is not there. */
export interface HubError {
  readonly message: string;
  /** Absent where the request was refused whole. */
  readonly path?: Path;
  readonly extensions: {
    readonly code: string;
    /** The department that did not answer. */
    readonly department?: string;
    /** Seconds after which asking again is worth while. */
    readonly retryAfter?: number;
    readonly coordinate?: string;
  };
}

/** An answer that came, whole or in part. */
export interface Answer<Data> {
  readonly data: Data;
  readonly errors: readonly HubError[];
  /** Id under which the hub has the request on record. */
  readonly audit: string;
}
