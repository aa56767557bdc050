/** What can be wrong with a database before any statement of the hub's own is. */
export type DatabaseErrorCode =
  | "DATABASE_URL_INVALID"
  | "DATABASE_UNREACHABLE"
  | "DATABASE_LOGIN_REFUSED"
  | "DATABASE_MISSING"
  | "DATABASE_DIRECTORY_UNWRITABLE"
  | "DATABASE_DIRECTORY_UNUSABLE"
  | "DATABASE_HELD"
  | "DATABASE_NEWER"
  | "MIGRATIONS_UNREADABLE"
  | "MIGRATION_CHANGED"
  | "MIGRATIONS_PENDING"
  | "MIGRATION_FAILED"
  | "RIGHTS_FAILED";

/** An error for the operator: a stable code, its fields, and one line without any password. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";

  constructor(
    readonly code: DatabaseErrorCode,
    message: string,
    readonly fields: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
