import type { ApolloServerPlugin } from "@apollo/server";
import { parse, type DocumentNode } from "graphql";
import type { OperationContext } from "../../department/operation-context.js";
import type { Excess } from "./limits.js";
import type { OperationLimits } from "./operation-limits.js";
import { tooCostly } from "./too-costly.js";

/** Stands in for a document that is not worth validating: it is not valid, so Apollo Server does not keep it under the other's hash. */
const NOT_VALIDATED = parse("{ operationTooCostly }");

/**
 * Refuses operations that cost more than their caller's department may ask, with one error for each
 * limit: the text's limits before it is validated, the rows before anything runs.
 */
export function limitingCost(limits: OperationLimits): ApolloServerPlugin<OperationContext> {
  return {
    async requestDidStart() {
      return {
        async parsingDidStart({ contextValue, source }) {
          return async (error) => {
            if (error) refuse(contextValue, limits.ofUnparsed(error, source));
          };
        },
        async validationDidStart(request) {
          const { contextValue, document } = request;
          if (!refuse(contextValue, limits.ofText(contextValue.caller.department, document)))
            return;
          (request as { document: DocumentNode }).document = NOT_VALIDATED;
        },
        async didResolveOperation({ contextValue, document, operationName, request }) {
          if (contextValue.refused) return;
          const { department } = contextValue.caller;
          const variables = request.variables ?? {};
          const refused =
            refuse(contextValue, limits.ofText(department, document)) ||
            refuse(contextValue, limits.ofRows(department, { document, operationName, variables }));
          if (refused) throw contextValue.refused?.[0];
        },
      };
    },
  };
}

/** Whether there is anything to refuse. */
function refuse(context: OperationContext, excesses: readonly Excess[]): boolean {
  if (excesses.length > 0) context.refuse(excesses.map(tooCostly));
  return excesses.length > 0;
}
