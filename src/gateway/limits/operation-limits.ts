import { getOperationAST, type DocumentNode, type GraphQLSchema } from "graphql";
import { documentShape, type DocumentShape } from "./document-shape.js";
import type { Variables } from "./list-length.js";
import { excessesOf, type Excess, type Limits } from "./limits.js";
import type { LimitsByDepartment } from "./load-limits.js";
import { rowEstimate, rowsWith, type RowEstimate } from "./row-estimate.js";
import { unparsedShape } from "./text-shape.js";

/** How the parser says that there are more tokens than it was to read. */
const TOO_MANY_TOKENS = /Document contains more that \d+ tokens/;

/** The operation that is to run. */
export interface LimitedOperation {
  readonly document: DocumentNode;
  readonly operationName: string | null | undefined;
  readonly variables: Variables;
}

/**
 * Holds operations against what their callers' departments may ask. What a text comes to is worked
 * out once a document; with each request only the limits are compared, and the lengths that its
 * variables say multiplied.
 */
export class OperationLimits {
  private readonly shapes = new WeakMap<DocumentNode, DocumentShape>();
  private readonly estimates = new WeakMap<DocumentNode, Map<string, RowEstimate | null>>();

  constructor(
    private readonly limits: LimitsByDepartment,
    private readonly schema: GraphQLSchema,
  ) {}

  /** No text longer than this passes any department's limit: the parser reads no further. */
  get maximumTokens(): number {
    const { everybody, departments } = this.limits;
    return Math.max(everybody.tokens, ...[...departments.values()].map(({ tokens }) => tokens));
  }

  /** The limit for which the parser gave a text up with this error; none where the text is no GraphQL. */
  ofUnparsed(error: Error, text: string): Excess[] {
    const maximum = this.maximumTokens;
    if (TOO_MANY_TOKENS.test(error.message)) {
      return [{ limit: "tokens", maximum, found: maximum + 1 }];
    }
    if (error.name !== RangeError.name) return [];
    const { nesting } = unparsedShape(text, maximum);
    return [{ limit: "nesting", maximum: this.limits.everybody.nesting, found: nesting }];
  }

  /** The limits of the text that a document goes beyond; it need not be valid. */
  ofText(department: string, document: DocumentNode): Excess[] {
    let shape = this.shapes.get(document);
    if (!shape) {
      shape = documentShape(document);
      this.shapes.set(document, shape);
    }
    return excessesOf(shape, this.limitsOf(department));
  }

  /** The limit of rows, where an operation goes beyond it. The document must be valid. */
  ofRows(department: string, { document, operationName, variables }: LimitedOperation): Excess[] {
    const estimate = this.estimateOf(document, operationName);
    const rows = estimate ? Math.round(rowsWith(estimate, variables)) : 0;
    return excessesOf({ rows: Math.min(rows, Number.MAX_SAFE_INTEGER) }, this.limitsOf(department));
  }

  private limitsOf(department: string): Limits {
    return this.limits.departments.get(department) ?? this.limits.everybody;
  }

  private estimateOf(
    document: DocumentNode,
    operationName: string | null | undefined,
  ): RowEstimate | null {
    const byName = this.estimates.get(document) ?? new Map<string, RowEstimate | null>();
    this.estimates.set(document, byName);
    const name = operationName ?? "";
    let estimate = byName.get(name);
    if (estimate === undefined) {
      const operation = getOperationAST(document, operationName);
      estimate = operation ? rowEstimate(this.schema, document, operation) : null;
      byName.set(name, estimate);
    }
    return estimate;
  }
}
