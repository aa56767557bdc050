/** What a span says beside its name: never a person, a case, a token or a value from a request. */
export type SpanFacts = Readonly<Record<string, string | number | readonly string[]>>;

/** A piece of work that shows in a trace. */
export interface SpanDescription {
  readonly name: string;
  /** Whether it answers another process, asks one, or neither; neither unless given. */
  readonly side?: "server" | "client";
  readonly facts?: SpanFacts;
  /** The `traceparent` that it continues; the span around it unless given. */
  readonly parent?: string | undefined;
}

/** A span that is not over yet. */
export interface OpenSpan {
  /** Adds what is known only now. */
  tell(facts: SpanFacts): void;
  /** Marks it as failed; `code` is all that is said of why. */
  fail(code: string): void;
}

/** Shows where the time of a request goes, across processes. */
export interface Tracing {
  /** Runs work as a span; spans of what it does are its children. A rejection marks it as failed. */
  within<T>(span: SpanDescription, work: (span: OpenSpan) => Promise<T>): Promise<T>;
  /** The headers by which another process continues the trace of the work under way; none outside of any. */
  headers(): Readonly<Record<string, string>>;
  /** Sends what is finished. */
  close(): Promise<void>;
}

const UNSEEN: OpenSpan = { tell: () => undefined, fail: () => undefined };
const NO_HEADERS: Readonly<Record<string, string>> = {};

/** Shows nothing and costs nothing. */
export const NO_TRACING: Tracing = {
  within: (_span, work) => work(UNSEEN),
  headers: () => NO_HEADERS,
  close: async () => undefined,
};
