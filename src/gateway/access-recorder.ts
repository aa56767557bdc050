import type { AuditEntry } from "../audit/audit-entry.js";
import type { AuditLog } from "../audit/audit-log.js";
import type { SubjectHasher } from "../audit/subject-hasher.js";

/** Who asked, as far as it is known; a request may be refused before all of it is. */
export interface KnownCaller {
  readonly client?: string;
  readonly department?: string;
  readonly operator?: string | null;
  readonly duty?: string;
  readonly case?: string | null;
}

/** One request and what became of it, in clear. */
export interface Access {
  /** Id of the record. */
  readonly id: string;
  readonly caller: KnownCaller;
  /** Hash of the operation's text, or the name of another endpoint, oauth/token; null where there was none. */
  readonly operation: string | null;
  readonly coordinates: readonly string[];
  /** Whose data the answer draws on: person keys, and other entities by type and key. */
  readonly concerned: Iterable<string>;
  readonly decision: AuditEntry["decision"];
  readonly codes: readonly string[];
  /** When it arrived, in milliseconds of `performance.now()`. */
  readonly arrived: number;
}

/** Puts every access on record, with persons and operators as keyed hashes. */
export class AccessRecorder {
  constructor(
    /** Null records nothing: for benchmarks. */
    private readonly log: Pick<AuditLog, "append"> | null,
    private readonly hasher: SubjectHasher,
    private readonly policyHash: string,
  ) {}

  /**
   * Fulfils when the record is durable.
   * @throws HubError AUDIT_UNAVAILABLE when it cannot be written.
   */
  async record(access: Access): Promise<void> {
    const { id, caller, operation, coordinates, concerned, decision, codes, arrived } = access;
    await this.log?.append({
      id,
      at: new Date().toISOString(),
      client: caller.client ?? null,
      operator: caller.operator ? this.hasher.ofOperator(caller.operator) : null,
      department: caller.department ?? null,
      duty: caller.duty ?? null,
      case: caller.case ?? null,
      operation,
      coordinates,
      subjects: Array.from(concerned, (subject) => this.hasher.ofSubject(subject)),
      decision,
      codes,
      policy: this.policyHash,
      latency: Math.round((performance.now() - arrived) * 1000) / 1000,
    });
  }
}
