import { boundedCode } from "./error-code.js";

/** What became of a request, for rates: a part of the answer missing is neither a success nor a failure. */
export type RequestOutcome = "answered" | "partial" | "refused" | "failed";

/** Who asks, as far as it is proven; of the duty, as far as it is said. */
export interface RequestCaller {
  readonly client?: string | undefined;
  readonly department?: string | undefined;
  readonly duty?: string | undefined;
}

/** What is on record of a request. */
export interface RecordedRequest {
  /** Id of the audit record. */
  readonly audit: string;
  /** Hash of the operation, or another endpoint's name; null where there was none. */
  readonly operation: string | null;
  /** Codes of the errors that the answer carries. */
  readonly codes: readonly string[];
}

/** Codes of answers that the hub failed to give, whatever their status. */
const FAILURES = new Set(["INTERNAL", "AUDIT_UNAVAILABLE"]);

/** What is learnt of one HTTP request while it is answered, to be told once it is. */
export class RequestAccount {
  private known: RequestCaller = {};
  private recorded: RecordedRequest | undefined;

  /** The path as the hub serves it, never as it was asked; null while none is found. */
  route: string | null = null;

  /** Remembers what is found out about the caller. */
  know({ client, department, duty }: RequestCaller): void {
    const { known } = this;
    this.known = {
      client: client ?? known.client,
      department: department ?? known.department,
      duty: duty ?? known.duty,
    };
  }

  /** Remembers what went on record. */
  record(recorded: RecordedRequest): void {
    this.recorded = recorded;
  }

  get caller(): RequestCaller {
    return this.known;
  }

  get audit(): string | null {
    return this.recorded?.audit ?? null;
  }

  /** Only what has the form of a hash, or of an endpoint: a client may send anything for a hash. */
  get operation(): string | null {
    const { operation = null } = this.recorded ?? {};
    return operation !== null && /^([0-9a-f]{64}|[a-z]+\/[a-z]+)$/.test(operation)
      ? operation
      : null;
  }

  get codes(): readonly string[] {
    return (this.recorded?.codes ?? []).map(boundedCode);
  }

  /** What became of it, once the answer's status is known. */
  outcome(status: number): RequestOutcome {
    const { codes } = this;
    if (status >= 500 || codes.some((code) => FAILURES.has(code))) return "failed";
    if (status >= 400) return "refused";
    return codes.length > 0 ? "partial" : "answered";
  }
}
