import { pino, type Logger } from "pino";
import { AuditError } from "./audit/audit-error.js";
import { DatabaseError } from "./database/database-error.js";
import { SourceFailure } from "./department/live/source-failure.js";
import { HubError } from "./errors.js";
import { boundedCode } from "./telemetry/error-code.js";

/** The hub's log: JSON lines, without personal data. */
export type Log = Logger;

const FORM = { base: null, timestamp: pino.stdTimeFunctions.isoTime };

/** Bytes of lines that wait for a slow reader; beyond, lines are dropped and no request waits. */
const MOST_WAITING = 16 * 1024 * 1024;

/** Opens the log, on standard error; `silent` for tests and commands that print their own answer. */
export function openLog(level: string): Log {
  return pino({ ...FORM, level }, pino.destination(2));
}

/** Opens the log of requests. Nothing waits for its lines to be written; null for none. */
export function openAccessLog(stream: "stderr" | "stdout" | null): Log | null {
  if (stream === null) return null;
  const dest = stream === "stdout" ? 1 : 2;
  return pino(FORM, pino.destination({ dest, sync: false, maxLength: MOST_WAITING }));
}

/** Errors whose texts are the hub's own and name no person. */
const OWN_ERRORS = [HubError, SourceFailure, DatabaseError, AuditError];

/** What PostgreSQL and the system add to an error that speaks of tables and calls, never of values. */
const FIELDS = ["syscall", "schema", "table", "column", "constraint"];

/** What a table or a system call is named by; anything else in such a place is not told. */
const IDENTIFIER = /^[a-z_][a-z0-9_]{0,62}$/;

/** Errors behind one another that are looked through, at most. */
const DEEPEST = 5;

/** Places in the code that are told of one error, at most. */
const PLACES = 8;

/**
 * What may be said of an error in the log: its type, code and place, and its text where that is the
 * hub's own. Any other text may quote a value: PostgreSQL, parsers and resolvers do.
 */
export function loggable(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const deepest = deepestOf(error);
  const isOwn = OWN_ERRORS.some((type) => deepest instanceof type);
  const { code, ...fields } = { ...(deepest as unknown as Readonly<Record<string, unknown>>) };
  const told = FIELDS.filter((name) => IDENTIFIER.test(String(fields[name] ?? "")));
  return {
    error: boundedCode(deepest.name),
    ...(typeof code === "string" ? { code: boundedCode(code) } : {}),
    ...Object.fromEntries(told.map((name) => [name, fields[name]])),
    ...(isOwn ? { message: deepest.message } : { at: placesOf(deepest) }),
  };
}

/** The error that others were made from. */
function deepestOf(error: Error, depth = 0): Error {
  const { cause, originalError } = error as { cause?: unknown; originalError?: unknown };
  const below = [cause, originalError].find((one): one is Error => one instanceof Error);
  return below && depth < DEEPEST ? deepestOf(below, depth + 1) : error;
}

/** Where in the code an error arose, without its text. */
function placesOf({ stack = "", message }: Error): string[] {
  const place = /^ {4}at (?:.* \()?(?:file:\/\/)?([^\s()]+:\d+:\d+)\)?$/;
  const lines = stack.slice(stack.indexOf(message) + message.length).split("\n");
  return lines.flatMap((line) => place.exec(line)?.[1] ?? []).slice(0, PLACES);
}

/** Says in the log that a source is left alone from now on, or asked again. */
export function sourceStateTo(log: Log): (source: string, isOpen: boolean) => void {
  return (source, isOpen) =>
    log.warn({ source }, isOpen ? "a source is left alone for a while" : "a source is back");
}
