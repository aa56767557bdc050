import type { ApolloServerPlugin, GraphQLResponse } from "@apollo/server";
import { GraphQLError, type ExecutionResult } from "graphql";
import type { OperationContext } from "../department/operation-context.js";
import { httpStatusOf } from "../errors.js";
import type { VisibleSchemas } from "../policy/visible-schema.js";
import type { AuthorizedOperation, Executor } from "./executor.js";
import { asksForSchema, executeWithIntrospection } from "./introspection.js";
import { maskError } from "./mask-error.js";
import { singleResponse } from "./single-response.js";

/** What runs operations, and who hears of what goes wrong. */
export interface Execution {
  readonly executor: Executor;
  /** Is told of errors whose text the caller does not get, under the request's audit id. */
  readonly onUnexpected: (error: unknown, audit: string) => void;
}

/**
 * Runs what is authorized, in place of Apollo Server's own execution. Through its gateway interface it
 * would make an object with accessors for each request, and V8 keeps all that such an object reaches
 * until the old generation is collected.
 */
export function executing<Context extends OperationContext>(
  execution: Execution,
  visible: VisibleSchemas,
): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation(asked) {
          const { contextValue: context, document, source, operationName, request } = asked;
          // There is none, whatever its type says, where the request names one that is not there: Apollo
          // Server says so.
          if (!asked.operation) return null;
          const variables = request.variables ?? {};
          const operation = { document, source, operationName, variables, context };
          const result = await resultOf(execution, visible, operation);
          for (const error of result.errors ?? []) {
            if (!error.extensions["code"]) {
              execution.onUnexpected(error.originalError ?? error, context.audit);
            }
          }
          return responseOf(result);
        },
      };
    },
  };
}

/** The result; where the execution itself fails, one of that error alone. */
async function resultOf(
  { executor }: Execution,
  visible: VisibleSchemas,
  operation: AuthorizedOperation,
): Promise<ExecutionResult> {
  try {
    return asksForSchema(operation.document)
      ? await executeWithIntrospection(operation, visible.for(operation.context.caller), executor)
      : await executor(operation);
  } catch (error) {
    return { errors: [failureOf(error)] };
  }
}

function failureOf(error: unknown): GraphQLError {
  const said = error instanceof GraphQLError ? error : new GraphQLError("the execution failed");
  return new GraphQLError(said.message, {
    extensions: { http: { status: 500 }, ...said.extensions },
    originalError: error instanceof Error ? error : new Error(String(error)),
  });
}

/** A result as it is answered: under the status that the last error with one asks for, in the words that callers may read. */
function responseOf({ data, errors, extensions }: ExecutionResult): GraphQLResponse {
  const asked = errors?.map(httpStatusOf).findLast((status) => status !== undefined);
  const status = asked ?? (errors && data === undefined ? 400 : undefined);
  return singleResponse({ data, errors: errors?.map(told), extensions }, status);
}

const told = (error: GraphQLError) => maskError(error.toJSON());
