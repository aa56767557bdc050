/** What the driver says of a server that is not there, or went away in the middle; SQLSTATE classes 08 and 57P. */
const CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
]);

/** Whether a statement failed because the connection did: tried again later, it may succeed. */
export function isConnectionLost(error: unknown): boolean {
  const {
    code,
    message = "",
    cause,
  } = (error ?? {}) as {
    readonly code?: unknown;
    readonly message?: string;
    readonly cause?: unknown;
  };
  if (typeof code === "string" && (CODES.has(code) || /^(08|57P)/.test(code))) return true;
  if (/connection terminated|timeout exceeded when trying to connect/i.test(message)) return true;
  return cause !== undefined && isConnectionLost(cause);
}
