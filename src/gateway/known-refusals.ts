import type { Caller } from "../identity/caller.js";

/** A refusal as it is answered each time: without the id of its record, which differs. */
export interface KnownRefusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Its errors as JSON in UTF-8: they are long, and would be counted and written anew each time. */
  readonly errors: Buffer;
  readonly codes: readonly string[];
  /** For the record: the hash of the operation, and what it asked for. */
  readonly operation: string | null;
  readonly coordinates: readonly string[];
}

/** A request over HTTP, as far as a refusal depends on it. */
export interface AskedAgain {
  readonly method: string;
  readonly accept: string | undefined;
  readonly body: unknown;
}

/** Refusals that are remembered at most; beyond, they start over. */
const MAXIMUM_KNOWN = 1000;

/** Characters of an operation that is remembered at most. */
const LONGEST = 10_000;

/**
 * The refusals that depend on nothing but the operation, the department, the duty and the day: whoever
 * asks the same again is refused by what was found out then, and it goes on record as the first time.
 */
export class KnownRefusals {
  /** By the operation's text, and what else it depends on. */
  private readonly known = new Map<string, Map<string, KnownRefusal>>();
  private size = 0;

  find(caller: Caller, asked: AskedAgain): KnownRefusal | undefined {
    const operation = this.size > 0 ? operationIn(asked) : null;
    if (!operation) return undefined;
    return this.known.get(operation.query)?.get(standingOf(caller, asked, operation));
  }

  keep(caller: Caller, asked: AskedAgain, refusal: KnownRefusal): void {
    const operation = operationIn(asked);
    if (!operation) return;
    if (this.size >= MAXIMUM_KNOWN) {
      this.known.clear();
      this.size = 0;
    }
    const byStanding = this.known.get(operation.query) ?? new Map<string, KnownRefusal>();
    this.known.set(operation.query, byStanding.set(standingOf(caller, asked, operation), refusal));
    this.size += 1;
  }
}

interface AskedOperation {
  readonly query: string;
  readonly operationName: string | null;
}

/** What a refusal of an operation depends on. */
function standingOf(
  { department, duty, date }: Caller,
  { accept = "" }: AskedAgain,
  { operationName }: AskedOperation,
): string {
  return JSON.stringify([department, duty, date, accept, operationName]);
}

/** The operation of a request; null for a request of another form than clients usually send. */
function operationIn({ method, body }: AskedAgain): AskedOperation | null {
  if (method !== "POST" || typeof body !== "object" || body === null) return null;
  const {
    query,
    operationName = null,
    variables = null,
    extensions = null,
    ...others
  } = body as Readonly<Record<string, unknown>>;
  const isUsual =
    typeof query === "string" &&
    query.length <= LONGEST &&
    (operationName === null || typeof operationName === "string") &&
    typeof variables === "object" &&
    !Array.isArray(variables) &&
    extensions === null &&
    Object.keys(others).length === 0;
  return isUsual ? { query, operationName } : null;
}
