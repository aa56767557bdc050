import { execute, type GraphQLSchema } from "graphql";
import type { Executor } from "./executor.js";

/** Runs operations on the composed schema in this process. */
export function colocatedExecutor(schema: GraphQLSchema): Executor {
  return ({ document, operationName, variables, context }) =>
    execute({
      schema,
      document,
      operationName,
      variableValues: variables,
      contextValue: context,
    });
}
