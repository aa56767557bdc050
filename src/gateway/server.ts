import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import type { OperationContext } from "../department/operation-context.js";
import { OperationAuthorizer } from "../policy/authorize-operation.js";
import type { Policy } from "../policy/policy.js";
import { VisibleSchemas } from "../policy/visible-schema.js";
import type { AccessRecorder } from "./access-recorder.js";
import { auditing } from "./audit-plugin.js";
import { executing, type Execution } from "./execution-plugin.js";
import { authorization } from "./authorization-plugin.js";
import { limitingCost } from "./limits/limits-plugin.js";
import type { LimitsByDepartment } from "./limits/load-limits.js";
import { OperationLimits } from "./limits/operation-limits.js";
import { maskError } from "./mask-error.js";
import { plainJsonStatus } from "./plain-json-status.js";

/** What a server needs to answer for one schema. */
export interface ServedSchema<
  Context extends OperationContext = OperationContext,
> extends Execution {
  readonly schema: GraphQLSchema;
  readonly policy: Policy;
  /** What operations may cost. */
  readonly limits: LimitsByDepartment;
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
    schema,
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
      executing(served, visible),
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
