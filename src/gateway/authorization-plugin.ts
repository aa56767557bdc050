import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLError } from "graphql";
import { getVariableValues, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import type { OperationContext } from "../department/operation-context.js";
import { fieldNotAuthorized } from "../department/field-not-authorized.js";
import { HubError } from "../errors.js";
import type {
  OperationAuthorizer,
  OperationRequest,
  Refusal,
} from "../policy/authorize-operation.js";
import type { VisibleSchemas } from "../policy/visible-schema.js";
import { answeredErrors } from "./refusal-errors.js";
import { visibleValidationErrors } from "./request-errors.js";

/**
 * Refuses an operation whole, one error for each refused coordinate, before any source is asked;
 * and lets validation speak only of what the caller may see.
 */
export function authorization(
  authorizer: OperationAuthorizer,
  visible: VisibleSchemas,
): ApolloServerPlugin<OperationContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ contextValue, document, operationName, operation, request }) {
          const { caller, rules } = contextValue;
          const variables = request.variables ?? {};
          const asked = { document, operationName, variables };
          if (rules.walls.operation) decide(authorizer, contextValue, asked);
          if (!contextValue.refused) {
            const malformed = variableErrors(visible.for(caller), operation, variables);
            if (malformed.length > 0) contextValue.refuse(malformed);
          }
          if (contextValue.refused) throw contextValue.refused[0];
        },
        async willSendResponse({ contextValue, document, errors, response }) {
          response.http.headers.set("cache-control", "no-store");
          if (response.body.kind !== "single") return;
          const { singleResult } = response.body;
          if (contextValue.refused) {
            singleResult.errors = answeredErrors(contextValue.refused);
          } else if (document && errors?.some(isValidation)) {
            const seen = visibleValidationErrors(visible.for(contextValue.caller), document);
            singleResult.errors = seen.map((error) => error.toJSON());
          }
          singleResult.extensions = {
            ...singleResult.extensions,
            hub: {
              duty: contextValue.caller.duty,
              policy: authorizer.policy.hash,
              audit: contextValue.audit,
            },
          };
        },
      };
    },
  };
}

/** Allows an operation, or refuses it and notes where no variable would change that. */
function decide(
  authorizer: OperationAuthorizer,
  context: OperationContext,
  asked: OperationRequest,
): void {
  const refusals = authorizer.refusals(context.caller, asked);
  if (refusals.length === 0) {
    context.allow(authorizer.coordinatesOf(asked));
    return;
  }
  const errors = errorsOf(refusals, context.caller.duty);
  context.refuse(errors);
  const { fields, variables } = authorizer.coordinatesOf(asked);
  if (variables.length === 0) context.recorded.always = { errors, coordinates: fields };
}

/** Errors are dear to make, for they look at the stack: those of a decision that is remembered are kept with it. */
const known = new WeakMap<readonly Refusal[], readonly GraphQLError[]>();

function errorsOf(refusals: readonly Refusal[], duty: string): readonly GraphQLError[] {
  let errors = known.get(refusals);
  if (!errors) {
    errors = refusals.map((refused) => fieldNotAuthorized(refused, duty));
    known.set(refusals, errors);
  }
  return errors;
}

const isValidation = (error: GraphQLError) =>
  error.extensions["code"] === "GRAPHQL_VALIDATION_FAILED";

/** Malformed variables, worded from the caller's own schema. */
function variableErrors(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode | undefined,
  variables: Readonly<Record<string, unknown>>,
): GraphQLError[] {
  const { errors } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables, {
    maxErrors: 20,
  });
  return (errors ?? []).map(
    (error) =>
      new HubError("BAD_USER_INPUT", error.originalError?.message ?? error.message, {
        argument: variableName(error),
        http: { status: 400 },
      }),
  );
}

function variableName(error: GraphQLError): string | undefined {
  const [node] = error.nodes ?? [];
  return node?.kind === "VariableDefinition" ? node.variable.name.value : undefined;
}
