import { DatabaseError, type DatabaseErrorCode } from "./database-error.js";

const CODES: Readonly<Record<string, DatabaseErrorCode>> = {
  ERR_INVALID_URL: "DATABASE_URL_INVALID",
  "28000": "DATABASE_LOGIN_REFUSED",
  "28P01": "DATABASE_LOGIN_REFUSED",
  "3D000": "DATABASE_MISSING",
};

/**
 * Why a server could not be reached, for the operator. The password is in none of it, nor is the
 * driver's error kept as a cause: its fields can hold the URL.
 */
export function connectionFailure(error: unknown, url: string): DatabaseError {
  const { code, message } = firstFailure(error);
  const kind = CODES[code ?? ""] ?? "DATABASE_UNREACHABLE";
  if (kind === "DATABASE_URL_INVALID") return invalidUrl();
  const address = /^[^/]*\/\/(?:[^/?#]*@)?([^?#]*)/.exec(url)?.[1] ?? "";
  const reason = withoutPassword(message || code || "no reason given", url);
  return new DatabaseError(kind, `database ${address}: ${reason}`, {
    address,
    reason: code ?? null,
  });
}

/** What was given as the database URL is none; it is not repeated, as it may hold a password. */
export function invalidUrl(): DatabaseError {
  return new DatabaseError(
    "DATABASE_URL_INVALID",
    "the database URL must look like postgres://user:password@host:port/database",
  );
}

interface Failure {
  readonly code?: string;
  readonly message?: string;
  /** One for each address that the host's name resolves to. */
  readonly errors?: readonly Failure[];
}

function firstFailure(error: unknown): Failure {
  const failure = (error ?? {}) as Failure;
  return failure.errors?.[0] ?? failure;
}

function withoutPassword(text: string, url: string): string {
  const password = /^[^/]*\/\/[^:/?#]*:([^/?#]*)@/.exec(url)?.[1];
  if (!password) return text;
  return text.replaceAll(password, "***").replaceAll(decoded(password), "***");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
