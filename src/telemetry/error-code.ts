/** How long a code may be. */
const LONGEST = 40;

/** The code by which operators are told of an error: the error's own where it has the form of one, else its kind. */
export function errorCode(error: unknown): string {
  const { code, cause } = (error ?? {}) as { readonly code?: unknown; readonly cause?: unknown };
  if (typeof code === "string") return boundedCode(code);
  if (cause instanceof Error) return errorCode(cause);
  return error instanceof Error ? boundedCode(error.name) : "UNKNOWN";
}

/** A name in capitals or as JavaScript's own, `ERR_HTTP2_ERROR`, or a SQLSTATE. */
const CODE = /^[A-Za-z][A-Za-z_]*(\d{1,3}[A-Za-z_]*)?$|^[0-9A-Z]{5}$/;

/** A code as it may be told; `OTHER` for a text that is none, which could say anything. */
export function boundedCode(code: string): string {
  return code.length <= LONGEST && CODE.test(code) ? code : "OTHER";
}
