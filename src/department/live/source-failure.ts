/** Why a live source gave no answer. */
export type SourceFailureCode =
  /** No connection, or one that broke. */
  | "SOURCE_UNREACHABLE"
  /** No answer in time. */
  | "SOURCE_LATE"
  /** An answer with a status other than 200. */
  | "SOURCE_REFUSED"
  /** An answer that points elsewhere; nobody goes there. */
  | "SOURCE_REDIRECTS"
  /** A statement on a view or foreign table that failed. */
  | "STATEMENT_FAILED"
  | "ANSWER_TOO_LARGE"
  | "ANSWER_NOT_JSON"
  /** JSON of another shape than agreed, or about persons who were not asked for. */
  | "ANSWER_MALFORMED"
  /** The answer leaves a person out, which says neither that there is a record nor that there is none. */
  | "ANSWER_MISSING"
  /** One person's record has another shape than declared. */
  | "RECORD_MALFORMED"
  /** Several records of a person where there is at most one. */
  | "RECORDS_SEVERAL"
  /** The ID number behind a person key is known in no database of this process. */
  | "PERSON_UNKNOWN"
  /** The breaker is open: the source failed so often that it is left alone for a while. */
  | "SOURCE_RESTING"
  /** So many look-ups are under way or waiting that no more are taken. */
  | "SOURCE_BUSY";

/** When a failed look-up may be tried again. */
export interface FailureTiming {
  /** Whether the same look-up may succeed within the same request; false unless given. */
  readonly isRetriable?: boolean;
  /** Milliseconds after which the source asks to be tried again; null where it did not say. */
  readonly retryAfter?: number | null;
}

/** A live source's failure, for the log: a stable code and a line that names source and reason, and no person. */
export class SourceFailure extends Error {
  override readonly name = "SourceFailure";
  readonly isRetriable: boolean;
  readonly retryAfter: number | null;

  constructor(
    readonly code: SourceFailureCode,
    message: string,
    { isRetriable = false, retryAfter = null }: FailureTiming = {},
  ) {
    super(message);
    this.isRetriable = isRetriable;
    this.retryAfter = retryAfter;
  }
}

/** Whether a source was not asked because it is left alone: that was said when it began. */
export function isResting(error: unknown): boolean {
  return error instanceof SourceFailure && error.code === "SOURCE_RESTING";
}
