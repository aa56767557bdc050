import type { DocumentNode, ExecutionResult } from "graphql";
import type { OperationContext } from "../department/operation-context.js";

/** An operation that was parsed, validated and authorized. */
export interface AuthorizedOperation {
  readonly document: DocumentNode;
  /** The operation's text. */
  readonly source: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: OperationContext;
}

/** Runs an operation on the departments, wherever they are. */
export type Executor = (
  operation: AuthorizedOperation,
) => ExecutionResult | Promise<ExecutionResult>;
