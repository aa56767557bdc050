import {
  BREAK,
  execute,
  getOperationAST,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from "graphql";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";
import type { AuthorizedOperation, Executor } from "./executor.js";

/** How often an operation is run as it is before it is worth compiling. */
const RUNS_BEFORE = 2;

/** How a query is compiled: errors as graphql-js makes them, without a stack of the compiled text. */
const COMPILING = { disablingCapturingStackErrors: true } as const;

/** A query, by how often it ran or what it was compiled to; null where it cannot be. */
interface Repeated {
  runs: number;
  compiled?: CompiledQuery | null;
}

/**
 * Executes operations on a schema, queries that come again compiled: a query that a department's
 * system repeats costs a fraction, and one that comes once is not compiled for nothing. Fields without
 * a resolver are read, never called. What is wrong with variables is told by graphql-js alone, so that
 * a query's errors are the same whichever way it runs.
 */
export function compiledExecution(schema: GraphQLSchema): Executor {
  const queries = new WeakMap<DocumentNode, Map<string | null, Repeated>>();
  return (operation) => {
    const compiled = compiledQuery(schema, queries, operation);
    if (!compiled) return executed(schema, operation);
    const { context, variables } = operation;
    const result = compiled.query(undefined, context, { ...variables }) as
      ExecutionResult | Promise<ExecutionResult>;
    const isRefused = !(result instanceof Promise) && result.data === undefined;
    return isRefused ? executed(schema, operation) : result;
  };
}

function executed(schema: GraphQLSchema, operation: AuthorizedOperation) {
  const { document, operationName, variables, context } = operation;
  return execute({
    schema,
    document,
    operationName,
    variableValues: variables,
    contextValue: context,
  });
}

function compiledQuery(
  schema: GraphQLSchema,
  queries: WeakMap<DocumentNode, Map<string | null, Repeated>>,
  { document, operationName }: AuthorizedOperation,
): CompiledQuery | null {
  const byName = queries.get(document) ?? new Map<string | null, Repeated>();
  queries.set(document, byName);
  const known = byName.get(operationName) ?? { runs: 0 };
  byName.set(operationName, known);
  if (known.compiled === undefined) {
    known.runs += 1;
    if (known.runs <= RUNS_BEFORE) return null;
    known.compiled = compile(schema, document, operationName);
  }
  return known.compiled;
}

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
): CompiledQuery | null {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.QUERY || hasDirectives(document)) return null;
  const compiled = compileQuery(schema, document, operationName ?? undefined, COMPILING);
  return isCompiledQuery(compiled) ? compiled : null;
}

/** Whether a query has conditions, which the compiler does not merge in every place as graphql-js does. */
function hasDirectives(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive() {
      found = true;
      return BREAK;
    },
  });
  return found;
}
