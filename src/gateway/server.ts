import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import type { GatewayInterface } from "@apollo/server-gateway-interface";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import type { GraphQLError } from "graphql";
import type { GraphQLSchema } from "graphql";
import type { OperationContext } from "../department/operation-context.js";
import { OperationAuthorizer } from "../policy/authorize-operation.js";
import type { Policy } from "../policy/policy.js";
import { VisibleSchemas } from "../policy/visible-schema.js";
import type { AccessRecorder } from "./access-recorder.js";
import { auditing } from "./audit-plugin.js";
import { asksForSchema, executeWithIntrospection } from "./introspection.js";
import type { Executor } from "./executor.js";
import { authorization } from "./authorization-plugin.js";
import { limitingCost } from "./limits/limits-plugin.js";
import type { LimitsByDepartment } from "./limits/load-limits.js";
import { OperationLimits } from "./limits/operation-limits.js";
import { maskError } from "./mask-error.js";
import { plainJsonStatus } from "./plain-json-status.js";

/** What a server needs to answer for one schema. */
export interface ServedSchema<Context extends OperationContext = OperationContext> {
  readonly schema: GraphQLSchema;
  readonly policy: Policy;
  /** What operations may cost. */
  readonly limits: LimitsByDepartment;
  /** Runs what is authorized. */
  readonly executor: Executor;
  /** Is told of errors whose text the caller does not get, under the request's audit id. */
  readonly onUnexpected: (error: unknown, audit: string) => void;
  /** Puts every answer on record before it leaves. */
  readonly recorder: AccessRecorder;
  /** What comes between an operation that is authorized and its running. */
  readonly plugins?: readonly ApolloServerPlugin<Context>[];
}

/**
 * An Apollo Server that authorizes every operation whole before it runs: for the gateway, for a
 * department alone, and for any other schema with a policy.
 */
export function createServer<Context extends OperationContext>(
  served: ServedSchema<Context>,
): ApolloServer<Context> {
  const { schema, policy } = served;
  const visible = new VisibleSchemas(schema, policy);
  const authorizer = new OperationAuthorizer(policy, schema);
  const limits = new OperationLimits(served.limits, schema);
  return new ApolloServer<Context>({
    gateway: gatewayOf(served, visible),
    introspection: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: limits.maximumTokens },
    persistedQueries: { cache: NOTHING_KEPT },
    csrfPrevention: { requestHeaders: ["authorization"] },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      authorization(authorizer, visible),
      limitingCost(limits),
      plainJsonStatus(),
      ...(served.plugins ?? []),
      auditing(served.recorder, authorizer),
    ],
    formatError: maskError,
    // Without a line's end, to add which would copy the text; whoever sends it ends the line.
    stringifyResult: (result) => JSON.stringify(result),
    logger: silentLogger,
    // It would stop before the requests under way have ended, and send the process its signal again.
    stopOnTerminationSignals: false,
  });
}

/** Apollo Server runs operations through its gateway interface, so that both ways of execution look alike to it. */
function gatewayOf(
  served: Omit<ServedSchema, "plugins">,
  visible: VisibleSchemas,
): GatewayInterface {
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: served.schema, coreSupergraphSdl: "" });
      return () => undefined;
    },
    async load() {
      return {
        executor: async (request) => {
          const context = request.context as OperationContext;
          const operation = {
            document: request.document,
            source: request.source,
            operationName: request.operationName,
            variables: request.request.variables ?? {},
            context,
          };
          const result = asksForSchema(request.document)
            ? await executeWithIntrospection(
                operation,
                visible.for(context.caller),
                served.executor,
              )
            : await served.executor(operation);
          for (const error of result.errors ?? []) reportUnexpected(served, context, error);
          return result as never;
        },
      };
    },
    async stop() {},
  };
}

function reportUnexpected(
  served: Pick<ServedSchema, "onUnexpected">,
  context: OperationContext,
  error: GraphQLError,
): void {
  if (!error.extensions["code"]) served.onUnexpected(error.originalError ?? error, context.audit);
}

/** No request registers an operation: a hash stands for what an operator published, or for nothing. */
const NOTHING_KEPT = {
  get: async () => undefined,
  set: async () => undefined,
  delete: async () => undefined,
};

/** Errors reach the log through `onUnexpected`, once and without personal data. */
const silentLogger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
