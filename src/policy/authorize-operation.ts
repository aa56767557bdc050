import type { DocumentNode, GraphQLSchema } from "graphql";
import { grantingDuties, readableCoordinates, type Standing } from "./decide.js";
import {
  operationCoordinates,
  variableInputs,
  type OperationCoordinates,
} from "./operation-coordinates.js";
import { readCoordinates, type Policy } from "./policy.js";

/** One coordinate that the caller may not read, and the duties of its department that would allow it. */
export interface Refusal {
  readonly coordinate: string;
  readonly grantedBy: readonly string[];
}

/** The request whose rights are asked for. The document must be valid against the schema. */
export interface OperationRequest {
  readonly document: DocumentNode;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

/** Departments times duties that are remembered of one operation. */
const MAXIMUM_DECIDED = 256;

/**
 * Decides an operation whole, before any source is asked: an empty list allows all of it.
 * What the operation reaches is worked out once a document, and the decision once for a department
 * and duty; only what the values of its variables filter by is worked out for each request.
 */
export class OperationAuthorizer {
  private readonly decided = new WeakMap<OperationCoordinates, Map<string, readonly Refusal[]>>();
  private readonly reached = new WeakMap<DocumentNode, Map<string, OperationCoordinates>>();

  constructor(
    readonly policy: Policy,
    private readonly schema: GraphQLSchema,
  ) {}

  /** The refused coordinates in the order in which the operation mentions them. */
  refusals(standing: Standing, request: OperationRequest): readonly Refusal[] {
    const reached = this.coordinatesOf(request);
    if (reached.variables.length > 0) return this.decide(standing, reached, request);
    const decided = this.decided.get(reached) ?? new Map<string, readonly Refusal[]>();
    this.decided.set(reached, decided);
    const key = `${standing.department}|${standing.duty}|${standing.date}`;
    let refusals = decided.get(key);
    if (!refusals) {
      refusals = this.decide(standing, reached, request);
      if (decided.size >= MAXIMUM_DECIDED) decided.clear();
      decided.set(key, refusals);
    }
    return refusals;
  }

  private decide(
    standing: Standing,
    reached: OperationCoordinates,
    request: OperationRequest,
  ): readonly Refusal[] {
    const readable = readableCoordinates(this.policy, standing);
    const inputs = [...reached.inputs, ...variableInputs(reached, request.variables)];
    const needed = new Set([...reached.fields, ...readCoordinates(this.policy, inputs)]);
    return [...needed]
      .filter((coordinate) => !readable.has(coordinate))
      .map((coordinate) => ({
        coordinate,
        grantedBy: grantingDuties(this.policy, standing.department, standing.date, coordinate),
      }));
  }

  /** What the operation reads, without its variables: for the audit record. */
  coordinatesOf({ document, operationName }: OperationRequest): OperationCoordinates {
    const byName = this.reached.get(document) ?? new Map<string, OperationCoordinates>();
    this.reached.set(document, byName);
    const name = operationName ?? "";
    let reached = byName.get(name);
    if (!reached) {
      reached = operationCoordinates(this.schema, document, operationName);
      byName.set(name, reached);
    }
    return reached;
  }
}
