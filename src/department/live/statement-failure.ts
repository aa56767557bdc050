import { SourceFailure } from "./source-failure.js";

/** SQLSTATE classes whose messages speak of servers, names and rights, and so of no person. */
const SAFE = /^(08|28|42|53|57|58|HV)/;

/**
 * A statement on a view that failed. Views compute, and what PostgreSQL says of a value that does
 * not fit quotes it: such a message is left out, its SQLSTATE stays.
 */
export function statementFailure(name: string, error: unknown): SourceFailure {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: string };
  const state = typeof code === "string" ? code : "no SQLSTATE";
  const reason = SAFE.test(state) ? `${state}, ${message}` : state;
  return new SourceFailure("STATEMENT_FAILED", `a statement on ${name} failed: ${reason}`);
}
