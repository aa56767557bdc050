/** What can be wrong with how the audit log is used, set up or found. */
export type AuditErrorCode =
  | "ENTRY_INVALID"
  | "HASH_UNAVAILABLE"
  | "SIGNING_KEY_UNUSABLE"
  | "RECORDS_LOST"
  | "RANGE_INVALID"
  | "RANGE_EMPTY"
  | "EXPORT_MALFORMED"
  | "CHECKPOINT_MISSING";

/** An error for the operator: a stable code, its fields, and one line that names no person. */
export class AuditError extends Error {
  override readonly name = "AuditError";

  constructor(
    readonly code: AuditErrorCode,
    message: string,
    readonly fields: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}
