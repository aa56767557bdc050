/** What can be wrong with a document or with the register's files; tests match these, never sentences. */
export type RegisterErrorCode =
  | "FILE_MISSING"
  | "FILE_EMPTY"
  | "FILE_UNSUPPORTED"
  | "UNREADABLE"
  | "NO_LIST"
  | "NO_ITEM"
  | "ITEM_TWICE"
  | "ITEM_INSIDE_LINE"
  | "LIST_OUTSIDE_ITEM"
  | "UNCLOSED_PARENTHESIS"
  | "UNOPENED_PARENTHESIS"
  | "REGISTER_INVALID"
  | "ACCESS_WIDENED";

/** A document or register that cannot be used; the message says where and what to do next. */
export class RegisterError extends Error {
  override readonly name = "RegisterError";

  constructor(
    readonly code: RegisterErrorCode,
    message: string,
    /** The line of the document, counted from 1; null where the mistake is not in a line. */
    readonly line: number | null = null,
    /** Every mistake, where several were found at once. */
    readonly problems: readonly string[] = [],
  ) {
    super([line === null ? message : `line ${line}: ${message}`, ...problems].join("\n  "));
  }
}
