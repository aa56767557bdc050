import type { GraphQLError } from "graphql";
import type { Caller } from "../identity/caller.js";
import { readableCoordinates } from "../policy/decide.js";
import type { OperationCoordinates } from "../policy/operation-coordinates.js";
import { readCoordinates, type Policy } from "../policy/policy.js";
import type { Walls } from "./walls.js";

/** What an operation is decided with, whatever it then reads. */
export interface OperationRules {
  /** The policy in force. */
  readonly policy: () => Policy;
  readonly walls: Walls;
}

/** What went on record of an operation. */
export interface OperationRecord {
  /** Hash of its text; null where there was none. */
  operation: string | null;
  /** Codes of the errors that its answer carries. */
  codes: readonly string[];
  /** Why it is refused whatever its variables and whoever asks for the department; undefined where that is not so. */
  always?: AlwaysRefused;
}

/** A refusal that no variable changes. */
export interface AlwaysRefused {
  readonly errors: readonly GraphQLError[];
  /** What the operation asked for. */
  readonly coordinates: readonly string[];
}

/** One operation, who asks it and what was decided on it. Nothing in it outlives or crosses requests. */
export class OperationContext {
  private refusal: readonly GraphQLError[] | undefined;
  private covered: OperationCoordinates | null = null;
  private readable: ReadonlySet<string> | undefined;

  /** What went on record; the same in every copy that Apollo Server makes of this. */
  readonly recorded: OperationRecord = { operation: null, codes: [] };

  /** Whose data this request draws on: person keys, and other entities by type and key. */
  readonly concerned = new Set<string>();

  constructor(
    readonly caller: Caller,
    readonly rules: OperationRules,
    /** Id of the request's audit record; the log knows the request by it. */
    readonly audit: string,
  ) {}

  /** Why the operation was refused whole; undefined while it was not. */
  get refused(): readonly GraphQLError[] | undefined {
    return this.refusal;
  }

  /** Whether a decision covers every field of the operation, so that none needs asking again. */
  get allowed(): boolean {
    return this.covered !== null;
  }

  /** What the operation reaches, where a decision covers all of it; null otherwise. */
  get reached(): OperationCoordinates | null {
    return this.covered;
  }

  /** Remembers that the decision on the whole operation allowed what it reaches. */
  allow(reached: OperationCoordinates): void {
    this.covered = reached;
  }

  /** Refuses the operation whole. */
  refuse(errors: readonly GraphQLError[]): void {
    this.refusal = this.refusal ? [...this.refusal, ...errors] : errors;
  }

  /** Whether the caller may read a field. */
  mayRead(coordinate: string): boolean {
    this.readable ??= readableCoordinates(this.rules.policy(), this.caller);
    return this.readable.has(coordinate);
  }

  /** Whether the value of a key, which the database gives to whoever reaches its record, may leave. */
  mayDisclose(coordinate: string): boolean {
    return this.allowed || !this.rules.walls.database || this.mayRead(coordinate);
  }

  /** What is read by using these input fields to filter or order. */
  readBy(inputs: readonly string[]): string[] {
    return readCoordinates(this.rules.policy(), inputs);
  }
}
