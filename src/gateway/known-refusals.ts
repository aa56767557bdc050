import type { Caller } from "../identity/caller.js";

/** A refusal as it is answered each time: without the id of its record, which differs. */
export interface KnownRefusal {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Its errors as JSON. */
  readonly errors: string;
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
  private readonly known = new Map<string, KnownRefusal>();

  find(caller: Caller, asked: AskedAgain): KnownRefusal | undefined {
    if (this.known.size === 0) return undefined;
    const key = keyOf(caller, asked);
    return key === null ? undefined : this.known.get(key);
  }

  keep(caller: Caller, asked: AskedAgain, refusal: KnownRefusal): void {
    const key = keyOf(caller, asked);
    if (key === null) return;
    if (this.known.size >= MAXIMUM_KNOWN) this.known.clear();
    this.known.set(key, refusal);
  }
}

/** What a refusal depends on; null for a request of another form than clients usually send. */
function keyOf(
  { department, duty, date }: Caller,
  { method, accept = "", body }: AskedAgain,
): string | null {
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
  return isUsual ? JSON.stringify([department, duty, date, accept, operationName, query]) : null;
}
