import type { ApolloServerPlugin, BaseContext } from "@apollo/server";

/** What is wrong with an operation, in a request that is in order as such. */
const OPERATION_CODES: ReadonlySet<unknown> = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
]);

/**
 * Answers 200 where an operation does not parse, is not valid or has malformed variables, to whoever
 * asks for `application/json` alone: such clients read errors in answers of 200 only. A refusal keeps
 * its own status.
 * @see https://graphql.github.io/graphql-over-http/draft/#sec-application-json
 */
export function plainJsonStatus(): ApolloServerPlugin<BaseContext> {
  return {
    async requestDidStart({ request }) {
      const accept = request.http?.headers.get("accept") ?? "";
      if (!accept.includes("application/json") || accept.includes("graphql-response")) return;
      return {
        async willSendResponse({ response: { body, http } }) {
          const { errors = [], data } = body.kind === "single" ? body.singleResult : {};
          if (data || errors.length === 0) return;
          if (errors.every(({ extensions }) => OPERATION_CODES.has(extensions?.["code"]))) {
            http.status = 200;
          }
        },
      };
    },
  };
}
