/** What can be wrong with a coded value; tests and import mappings match these, never sentences. */
export type CodeErrorCode =
  | "ID_NUMBER_FORM"
  | "ID_NUMBER_BIRTH_DATE"
  | "ID_NUMBER_CHECK_DIGIT"
  | "CREDIT_CODE_FORM"
  | "CREDIT_CODE_CHECK_DIGIT"
  | "DIVISION_CODE"
  | "DISABILITY_CERTIFICATE_FORM"
  | "DISABILITY_CERTIFICATE_CODE"
  | "MONEY"
  | "DECIMAL"
  | "DATE"
  | "YEAR_MONTH"
  | "TIMESTAMP";

/**
 * A value that does not have the form its standard demands. The message says which part is wrong
 * and why; it never repeats a whole ID number, so it may be shown and logged.
 */
export class CodeError extends Error {
  override readonly name = "CodeError";

  constructor(
    readonly code: CodeErrorCode,
    message: string,
  ) {
    super(message);
  }
}
