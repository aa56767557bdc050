import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLFormattedError } from "graphql";
import type { OperationContext } from "../department/operation-context.js";
import { HubError } from "../errors.js";
import type { OperationAuthorizer } from "../policy/authorize-operation.js";
import type { AccessRecorder } from "./access-recorder.js";

/**
 * Lets no answer leave before it is on record, refusals included. An access that cannot be recorded
 * is answered AUDIT_UNAVAILABLE, without data.
 */
export function auditing(
  recorder: AccessRecorder,
  authorizer: OperationAuthorizer,
): ApolloServerPlugin<OperationContext> {
  return {
    async requestDidStart() {
      const arrived = performance.now();
      return {
        async willSendResponse({ contextValue, document, operationName, queryHash, response }) {
          if (response.body.kind !== "single") return;
          const { singleResult } = response.body;
          const codes = codesOf(singleResult.errors);
          const operation = queryHash ?? null;
          Object.assign(contextValue.recorded, { operation, codes });
          const valid = document && !codes.includes("GRAPHQL_VALIDATION_FAILED");
          try {
            await recorder.record({
              id: contextValue.audit,
              caller: contextValue.caller,
              operation,
              coordinates: valid
                ? authorizer.coordinatesOf({ document, operationName }).fields
                : [],
              concerned: contextValue.concerned,
              decision: singleResult.data
                ? "ALLOWED"
                : codes.includes("INTERNAL")
                  ? "FAILED"
                  : "REFUSED",
              codes,
              arrived,
            });
          } catch (error) {
            if (!(error instanceof HubError)) throw error;
            const { http: _http, ...extensions } = error.extensions;
            delete singleResult.data;
            singleResult.errors = [{ message: error.message, extensions }];
            response.http.status = 503;
            contextValue.recorded.codes = [error.code];
          }
        },
      };
    },
  };
}

function codesOf(errors: readonly GraphQLFormattedError[] | undefined): string[] {
  return [...new Set(errors?.map(({ extensions }) => String(extensions?.["code"] ?? "INTERNAL")))];
}
