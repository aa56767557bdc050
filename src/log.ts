import { pino, type Logger } from "pino";

/** The hub's log: JSON lines on standard error, without personal data. */
export type Log = Logger;

/** Opens the log; `silent` for tests and commands that print their own answer. */
export function openLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
}

/** What may be said of an error in the log: its type, code and stack, never a statement's parameters. */
export function loggable(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const cause = error.cause instanceof Error ? error.cause : undefined;
  const { code } = (cause ?? error) as { code?: unknown };
  const deepest = cause ?? error;
  return { error: deepest.name, ...(code === undefined ? {} : { code }), message: deepest.message };
}

/** Says in the log that a source is left alone from now on, or asked again. */
export function sourceStateTo(log: Log): (source: string, isOpen: boolean) => void {
  return (source, isOpen) =>
    log.warn({ source }, isOpen ? "a source is left alone for a while" : "a source is back");
}
