/** Why a file, or a load of one, is refused as a whole. */
export type IntakeErrorCode =
  | "FILE_UNREADABLE"
  | "FILE_EMPTY"
  | "FILE_NOT_OF_DEPARTMENT"
  | "HEADER_MISSING"
  | "COLUMN_MISSING"
  | "FILE_TOO_LARGE"
  | "LINE_TOO_LONG"
  | "ZIP_UNSAFE"
  | "ENCODING_UNKNOWN"
  | "SNAPSHOT_OLDER"
  | "SNAPSHOT_SHRINKS"
  | "AS_OF_MISSING"
  | "ROWS_REFUSED"
  | "LOAD_RUNNING";

/** An error for the operator: a stable code, its fields, and one clear line in both languages, Chinese first. */
export class IntakeError extends Error {
  override readonly name = "IntakeError";

  constructor(
    readonly code: IntakeErrorCode,
    message: string,
    readonly fields: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}
