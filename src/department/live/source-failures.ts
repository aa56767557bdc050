import { SourceFailure, type FailureTiming } from "./source-failure.js";

/** An answer that is longer than it may be. */
export function answerTooLarge(name: string, maximumBytes: number): SourceFailure {
  return new SourceFailure(
    "ANSWER_TOO_LARGE",
    `${name} answered with more than ${maximumBytes} bytes`,
  );
}

/** No answer within so many milliseconds. */
export function sourceLate(name: string, timeout: number, timing?: FailureTiming): SourceFailure {
  return new SourceFailure("SOURCE_LATE", `${name} did not answer within ${timeout} ms`, timing);
}

interface Coded {
  readonly code?: unknown;
}

/** No connection, or one that broke; of the error only a code is told. */
export function sourceUnreachable(
  name: string,
  error: unknown,
  timing?: FailureTiming,
): SourceFailure {
  const { cause, code: own } = error as Coded & { readonly cause?: Coded };
  const code = [own, cause?.code].find((known) => typeof known === "string") ?? "no reason given";
  return new SourceFailure("SOURCE_UNREACHABLE", `${name} cannot be reached: ${code}`, timing);
}
